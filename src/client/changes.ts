/** What bodies of changes take. */

/** Added to the number that is there, in the statement that writes; below zero it takes away. */
export interface Increment<Value> {
  readonly $increment: Value
}

/** Any of the columns of a new row but the fixed ones; to those that are counted something can be added. */
export type Changes<New, Fixed extends keyof New, Counted extends keyof New> = {
  [Field in Exclude<keyof New, Fixed>]?:
    | Required<New>[Field]
    | (Field extends Counted ? Increment<NonNullable<New[Field]>> : never)
}

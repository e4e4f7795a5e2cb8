/** The types of a resource by its name: `Tables` of `generated/client.ts` has them. */
export type Row<R, Name extends keyof R> = R[Name] extends { row: infer Shape } ? Shape : never
export type New<R, Name extends keyof R> = R[Name] extends { new: infer Shape } ? Shape : never
export type Patch<R, Name extends keyof R> = R[Name] extends { patch: infer Shape } ? Shape : never

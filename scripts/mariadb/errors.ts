/**
 * An error the set-up expects and a person can act on. The main job prints its message without a stack and exits
 * with its code.
 */
export class SetUpError extends Error {
  readonly exitCode: number

  /**
   * @param message - what is wrong, where, and what to do next
   * @param exitCode - 1, or 69 (EX_UNAVAILABLE of sysexits.h) when this machine lacks a program
   */
  constructor(message: string, exitCode = 1, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SetUpError'
    this.exitCode = exitCode
  }
}

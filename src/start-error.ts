/** What keeps the server from starting and a person can change. Whoever starts it prints the message, without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

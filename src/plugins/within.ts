/** A promise that is waited for only so long. What it does goes on: nothing can stop it. */

/**
 * @param seconds - to wait
 * @param tooLate - the error to reject with then
 */
export async function within<T>(seconds: number, work: Promise<T>, tooLate: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), seconds * 1000)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

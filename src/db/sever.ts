/** Ends a connection of the driver at once, with whatever the database is doing for it. */

interface DriverConnection {
  readonly stream: { destroy(): unknown }
  destroy(): void
}

/** The driver's own `destroy` only says that nothing more is coming: the database would go on, and answer nobody. */
export function sever(connection: object): void {
  const driver = connection as DriverConnection
  driver.destroy()
  driver.stream.destroy()
}

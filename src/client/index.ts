/** What `a2billing-api/client` exports beside what is generated: for Node and browsers, without a part of the server. */
export type { BatchResults, Operation } from './batch.ts'
export type { Changes, Increment } from './changes.ts'
export { type Client, type ClientOptions, makeClient } from './client.ts'
export { InexactNumberError } from './exact-json.ts'
export { IncompleteExportError } from './export.ts'
export type { Facts, ResourceFacts } from './facts.ts'
export {
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  InterruptedImportError,
  type LineProblem,
} from './import.ts'
export { type MoveOptions, UnsettledMovementError } from './money.ts'
export { PartlyDoneError, type RowProblem } from './partly-done.ts'
export type { Charged, ListMeta, LooseRow, NewKey, Page, Readiness, Refilled } from './paths.ts'
export { type ProblemBody, ProblemError, RowChangedError, UnexpectedAnswerError } from './problem.ts'
export type { Condition, Filters, FiguresQuery, ListQuery, LooseQuery, RowsFilter, RowsQuery } from './query.ts'
export type {
  MoneyFigures,
  MoneyQuery,
  MoneyReport,
  Reports,
  RunningOutCustomer,
  RunningOutQuery,
  RunningOutReport,
  TrafficFigures,
  TrafficQuery,
  TrafficReport,
} from './reports.ts'
export type { Retry } from './retry.ts'
export type { ApiKey, Audit, Grant, Movement, ServerResources, User } from './server-resources.ts'
export { tagOf } from './tags.ts'
export type { Credentials, Key } from './transport.ts'
export type { ChangeOptions, RowsOptions, TrialOptions, WriteOptions } from './writes.ts'

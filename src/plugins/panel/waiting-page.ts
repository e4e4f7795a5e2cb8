/** What is at `/admin/` until the panel has been built. */
import type { File } from '../../http/folder.ts'

/** @param hasFailed - whether the last attempt came to nothing */
export function waitingPage(hasFailed: boolean): File {
  const text = hasFailed
    ? `<h1>The panel could not be made</h1>
<p>The API itself is not concerned. Making the panel needs npm and a package registry that it can reach; the server's log
says what was missing. It is tried again when somebody <a href="./">asks</a> in a minute.</p>`
    : `<h1>The panel is being made</h1>
<p>This is done once, and takes about half a minute. The page looks again by itself.</p>`
  const refresh = hasFailed ? '' : '<meta http-equiv="refresh" content="2">'
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}
<title>A2Billing</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 12vh auto; max-width: 40rem; padding: 0 1rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
</style>
</head>
<body>
${text}
</body>
</html>
`
  return { bytes: Buffer.from(page), type: 'text/html; charset=utf-8' }
}

/** `/docs/`: the OpenAPI document as a page to read and to try, with nothing that does not come from this server. */
import { readFile } from 'node:fs/promises'
import type { File, Folder } from '../http/folder.ts'

/** Of Swagger UI's package, as few as will do; they are read when somebody first looks. */
const PACKAGED: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A2Billing API</title>
    <link rel="icon" type="image/png" href="favicon-32x32.png">
    <link rel="stylesheet" href="swagger-ui.css">
    <link rel="stylesheet" href="docs.css">
  </head>
  <body>
    <main id="docs"><noscript>This page needs JavaScript; <a href="../openapi.json">openapi.json</a> is the document itself.</noscript></main>
    <script src="swagger-ui-bundle.js"></script>
    <script src="docs.js"></script>
  </body>
</html>
`

/** A hundred resources stay closed until one is asked for, and are found by their name. */
const SCRIPT = `SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  persistAuthorization: false,
  validatorUrl: null,
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  syntaxHighlight: { activated: false },
})
`

const STYLE = `body { margin: 0; }
`

const OWN: Readonly<Record<string, File>> = {
  '': text(PAGE, 'text/html; charset=utf-8'),
  'docs.js': text(SCRIPT, 'text/javascript; charset=utf-8'),
  'docs.css': text(STYLE, 'text/css; charset=utf-8'),
}

export function docsPage(): Folder {
  const read = new Map<string, Promise<File>>()
  return {
    at: '/docs',
    async find(name) {
      if (Object.hasOwn(OWN, name)) return OWN[name]
      const type = Object.hasOwn(PACKAGED, name) ? PACKAGED[name] : undefined
      if (type === undefined) return undefined
      const file = read.get(name) ?? readPackaged(name, type)
      read.set(name, file)
      return file
    },
  }
}

async function readPackaged(name: string, type: string): Promise<File> {
  return { bytes: await readFile(new URL(import.meta.resolve(`swagger-ui-dist/${name}`))), type }
}

function text(content: string, type: string): File {
  return { bytes: Buffer.from(content), type }
}

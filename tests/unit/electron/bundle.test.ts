// What is really delivered: out/, as `node scripts/build.mjs` makes it (npm test builds first). Each scan is a function that
// gives what it finds, so that it can be shown to find what was planted.
import fs from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { Window } from 'happy-dom'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const out = path.join(import.meta.dirname, '../../../out')

function filesOf(folder: string, ending = ''): string[] {
  const entries = fs.existsSync(path.join(out, folder))
    ? fs.readdirSync(path.join(out, folder), { recursive: true, withFileTypes: true })
    : []
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
  if (files.length === 0)
    throw new Error(`out/${folder} holds no ${ending} files: run node scripts/build.mjs first`)
  return files
}

const textOf = (file: string): string => fs.readFileSync(file, 'utf8')

/** What a scan finds in files, each with the file's name. */
function scanAll(files: readonly string[], scan: (code: string) => readonly string[]): string[] {
  return files.flatMap((file) =>
    scan(textOf(file)).map((what) => `${path.basename(file)}: ${what}`),
  )
}

/** Looks at each node of a program. */
function look(
  code: string,
  see: (node: ts.Node, source: ts.SourceFile) => string | null,
): string[] {
  const source = ts.createSourceFile('code.js', code, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const what = see(node, source)
    if (what !== null) found.push(what)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const nameOf = (node: ts.Node): string => (ts.isIdentifier(node) ? node.text : '')

/** The value of a text written in the code; null for one that is worked out. */
function literalOf(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null
}

/** What a name in `a.b`, `a['b']` or `b` comes down to. */
function memberOf(node: ts.Expression): { on: string; name: string } {
  if (ts.isIdentifier(node)) return { on: '', name: node.text }
  if (ts.isPropertyAccessExpression(node))
    return { on: memberOf(node.expression).name, name: node.name.text }
  if (ts.isElementAccessExpression(node)) {
    const name = literalOf(node.argumentExpression) ?? ''
    return { on: memberOf(node.expression).name, name }
  }
  return { on: '', name: '' }
}

/** The modules that a program asks for; `?` for one whose name is worked out while it runs. */
function modulesOf(code: string): string[] {
  return look(code, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      return node.moduleSpecifier === undefined ? null : literalOf(node.moduleSpecifier)
    if (!ts.isCallExpression(node)) return null
    const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword
    const { name } = memberOf(node.expression)
    if (!isImport && name !== 'require' && name !== 'getBuiltinModule') return null
    return literalOf(node.arguments[0]) ?? '?'
  })
}

const networkModules =
  /^(?:node:)?(?:net|http|https|http2|dns|dns\/promises|tls|dgram|inspector|undici)$/
const globals = ['', 'globalThis', 'global', 'self', 'window']

/** Every way to a network: Node's modules, Electron's, and what a browser has. */
function networkUses(code: string): string[] {
  return [
    ...modulesOf(code).filter((name) => name === '?' || networkModules.test(name)),
    ...look(code, (node) => {
      if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
        const { on, name } = memberOf(node)
        if (/electron/i.test(on) && name === 'net') return 'electron.net'
        return name === 'sendBeacon' ? name : null
      }
      if (ts.isBindingElement(node) && nameOf(node.propertyName ?? node.name) === 'net')
        return 'net'
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return null
      const { on, name } = memberOf(node.expression)
      const isGlobal = globals.includes(on)
      if (name === 'fetch' && (isGlobal || /^net$|session$/i.test(on))) return 'fetch'
      return isGlobal && /^(?:XMLHttpRequest|WebSocket|EventSource|WebTransport)$/.test(name)
        ? name
        : null
    }),
  ]
}

/** What a window may do; an object in the main bundle that says otherwise is a finding. */
const preferences: Readonly<Record<string, string>> = {
  sandbox: 'true',
  contextIsolation: 'true',
  nodeIntegration: 'false',
  nodeIntegrationInWorker: 'false',
  nodeIntegrationInSubFrames: 'false',
  webviewTag: 'false',
  webSecurity: 'true',
  allowRunningInsecureContent: 'false',
  experimentalFeatures: 'false',
  navigateOnDragDrop: 'false',
  devTools: 'false',
}

/** What is only meant for developing. */
function relaxations(code: string): string[] {
  const words = ['ELECTRON_RENDERER_URL', 'openDevTools', 'toggleDevTools', 'webContents.debugger']
  return [
    ...words.filter((word) => code.includes(word)),
    ...look(code, (node, source) => {
      if (!ts.isPropertyAssignment(node)) return null
      const name = node.name.getText(source)
      const wanted = Object.hasOwn(preferences, name) ? preferences[name] : undefined
      const value = node.initializer.getText(source).replace('!0', 'true').replace('!1', 'false')
      return wanted === undefined || value === wanted ? null : `${name}: ${value}`
    }),
  ]
}

const htmlProperties = /^(?:innerHTML|outerHTML|srcdoc)$/
const htmlCalls =
  /^(?:insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe|parseHTMLUnsafe|write|writeln)$/

/**
 * The two places in Vue's runtime where a text becomes HTML, both through the one Trusted Types policy: constant parts of
 * our own templates, put in at once; and the property that v-html sets, which no template of ours has (vue/no-v-html).
 */
const vuesOwn = [
  /^[\w$]+\.innerHTML=[\w$]+\([\w$]+===(["'`])svg\1\?`<svg>\$\{[\w$]+\}<\/svg>`:[\w$]+===\1mathml\1\?`<math>\$\{[\w$]+\}<\/math>`:[\w$]+\)$/,
  /^[\w$]+\[([\w$]+)\]=\1===(["'`])innerHTML\2\?[\w$]+\([\w$]+\):[\w$]+$/,
]

/** Where a text becomes HTML. */
function htmlSinks(code: string): string[] {
  return look(code, (node, source) => {
    if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind
      const isAssignment =
        kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
      if (!isAssignment) return null
      const isNamed = htmlProperties.test(memberOf(node.left).name)
      const isChosen =
        ts.isElementAccessExpression(node.left) &&
        /innerHTML|outerHTML/.test(node.right.getText(source))
      return isNamed || isChosen ? node.getText(source).replaceAll(/\s+/g, '').slice(0, 300) : null
    }
    if (!ts.isCallExpression(node)) return null
    const { on, name } = memberOf(node.expression)
    if (!htmlCalls.test(name) || (name.startsWith('write') && on !== 'document')) return null
    return `${on}.${name}`
  })
}

/** Where a text becomes a program. */
function textAsCode(code: string): string[] {
  return look(code, (node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return null
    const { on, name } = memberOf(node.expression)
    const isGlobal = globals.includes(on)
    if (isGlobal && (name === 'eval' || name === 'Function')) return name
    if (name === 'constructor' && (on === 'constructor' || literalOf(node.arguments?.[0]) !== null))
      return 'constructor'
    const isTimer = isGlobal && /^set(?:Timeout|Interval)$/.test(name)
    return isTimer && literalOf(node.arguments?.[0]) !== null ? `${name} of a text` : null
  })
}

/** Whatever a page may not have: addresses outside the program, and code or style of its own. */
function pageFaults(html: string): string[] {
  const { DOMParser } = new Window()
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('*')].flatMap((element) => {
    const tag = element.tagName.toLowerCase()
    const faults: string[] = []
    if (['style', 'base', 'iframe', 'object', 'embed', 'form', 'template'].includes(tag))
      faults.push(tag)
    if (tag === 'script' && (element.textContent.trim() !== '' || !element.hasAttribute('src')))
      faults.push('script of its own')
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? ''
      const isAddress = ['src', 'href', 'srcset', 'action', 'data', 'poster'].includes(name)
      if (isAddress && !/^\.\/assets\/[\w.-]+$/.test(value)) faults.push(`${name}=${value}`)
      if (name === 'style' || name === 'http-equiv' || name.startsWith('on')) faults.push(name)
    }
    return faults
  })
}

/** Addresses in a style sheet that are no file beside it. */
function styleFaults(css: string): string[] {
  const addresses = [...css.matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, address = '']) => address)
  return [
    ...addresses.filter((address) => !/^(?:\.\/)?[\w-][\w.-]*$/.test(address)),
    ...(/@import\b/.test(css) ? ['@import'] : []),
    ...(/https?:/.test(css) ? ['an address'] : []),
  ]
}

describe('the main process as it is delivered', () => {
  const files = [...filesOf('main', '.cjs'), ...filesOf('preload', '.cjs')]

  it('has no way to a network', () => {
    expect(scanAll(files, networkUses)).toEqual([])
  })

  it('has nothing that is only meant for developing', () => {
    // A field of feeds of podcasts, which the reader of feeds knows and we do not ask for.
    const ofFeeds = 'sandbox: parseSingularOf(value.sandbox, parseSandbox)'
    const found = scanAll(files, relaxations)
    expect(found.filter((one) => !one.endsWith(`.cjs: ${ofFeeds}`))).toEqual([])
    const main = textOf(path.join(out, 'main/index.cjs'))
    for (const [name, value] of Object.entries(preferences))
      expect(main).toContain(`${name}: ${value}`)
  })

  it('makes no program of a text', () => {
    expect(scanAll(files, textAsCode)).toEqual([])
  })

  it('asks for parts of Node, for Electron, and for its own files beside it', () => {
    const own = new Set(files.map((file) => `./${path.basename(file)}`))
    const modules = scanAll(files, modulesOf).map((found) => found.split(': ')[1] ?? '')
    expect(modules.filter((name) => !isBuiltin(name) && !own.has(name))).toEqual([
      'electron',
      'electron',
    ])
  })
})

describe('the preload script as it is delivered', () => {
  it('is one file that asks for Electron and nothing else', () => {
    const files = filesOf('preload')
    expect(files.map((file) => path.basename(file))).toEqual(['index.cjs'])
    expect(scanAll(files, modulesOf)).toEqual(['index.cjs: electron'])
  })
})

describe('the window as it is delivered', () => {
  const scripts = filesOf('renderer', '.js')

  it('makes HTML of a text in the two places of Vue’s own and nowhere else', () => {
    const sinks = scripts.flatMap((file) =>
      htmlSinks(textOf(file)).map((what) => ({ file: path.basename(file), what })),
    )
    expect(sinks.filter(({ what }) => !vuesOwn.some((own) => own.test(what)))).toEqual([])
    expect(sinks).toHaveLength(vuesOwn.length)
  })

  it('makes no program of a text', () => {
    expect(scanAll(scripts, textAsCode)).toEqual([])
  })

  it('is made of files that are there', () => {
    const own = new Set(scripts.map((file) => `./${path.basename(file)}`))
    const modules = scanAll(scripts, modulesOf).map((found) => found.split(': ')[1] ?? '')
    expect(modules.filter((name) => !own.has(name))).toEqual([])
  })

  it('loads no stemmer before its first text', () => {
    const having = scripts.filter((file) => textOf(file).includes('hoofdsteden'))
    expect(having.map((file) => path.basename(file).split('-')[0])).toEqual(['desk'])
  })

  it('has a page with no address outside the program, and no code or style of its own', () => {
    const html = textOf(path.join(out, 'renderer/index.html'))
    expect(pageFaults(html)).toEqual([])
    for (const [, name = ''] of html.matchAll(/"\.\/(assets\/[^"]+)"/g))
      expect(fs.existsSync(path.join(out, 'renderer', name)), name).toBe(true)
  })

  it('has style sheets that point at files beside them', () => {
    const sheets = filesOf('renderer', '.css')
    expect(scanAll(sheets, styleFaults)).toEqual([])
    for (const sheet of sheets)
      for (const [, name = ''] of textOf(sheet).matchAll(/url\(\s*["']?([^"')]*)/g))
        expect(fs.existsSync(path.join(path.dirname(sheet), name)), name).toBe(true)
  })
})

describe('all that is delivered', () => {
  it('has no source maps and does not speak of any', () => {
    const files = ['main', 'preload', 'renderer'].flatMap((folder) => filesOf(folder))
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    const code = files.filter((file) => /\.(?:c?js|css|html)$/.test(file))
    expect(code.filter((file) => textOf(file).includes('sourceMappingURL'))).toEqual([])
  })

  it('is scripts, styles, fonts and a page', () => {
    const endings = new Set(filesOf('renderer').map((file) => path.extname(file)))
    expect([...endings].sort()).toEqual(['.css', '.html', '.js', '.woff2'])
  })
})

describe('the scans', () => {
  /** The main bundle, with something planted at its end. */
  const withPlanted = (code: string) => `${textOf(path.join(out, 'preload/index.cjs'))}\n;${code}\n`

  it.each([
    ...['net', 'http', 'https', 'http2', 'dns', 'tls', 'dgram'].flatMap((name) => [
      `require("${name}")`,
      `require('node:${name}').get`,
      `import("node:${name}")`,
      `import x from "${name}"`,
    ]),
    ...['process.getBuiltinModule("net")', 'require(`ht` + x)', 'require("dns/promises")'],
    ...[
      'electron.net.request(x)',
      'let { net } = electron',
      'let { net: n } = require("electron")',
    ],
    ...['fetch("x")', 'globalThis.fetch(x)', 'window["fetch"](x)', 'electron.net.fetch(x)'],
    ...['session.defaultSession.fetch(x)', 'new WebSocket("x")', 'new XMLHttpRequest()'],
    ...['new EventSource("x")', 'navigator.sendBeacon("x")'],
  ])('find a way to a network: %s', (code) => {
    expect(networkUses(withPlanted(code))).not.toEqual([])
  })

  it.each([
    'map.fetch(key)',
    '// fetch() is better',
    'let text = "fetch(x)"',
    'let a = { fetch(key) {} }',
    'require("node:path")',
    'network.net',
  ])('do not take other things for a way to a network: %s', (code) => {
    expect(networkUses(withPlanted(code))).toEqual([])
  })

  it.each([
    'let a = process.env.ELECTRON_RENDERER_URL',
    'contents.openDevTools()',
    'let a = { devTools: true }',
    'let a = { devTools: !0 }',
    'let a = { sandbox: false }',
    'let a = { contextIsolation: x }',
    'let a = { nodeIntegration: true }',
    'let a = { webSecurity: !1 }',
  ])('find what is only meant for developing: %s', (code) => {
    expect(relaxations(withPlanted(code))).not.toEqual([])
  })

  it.each([
    'x.innerHTML = y',
    'x.innerHTML += y',
    'x["innerHTML"] = y',
    'x[`outerHTML`] = y',
    'x.outerHTML = y',
    'frame.srcdoc = y',
    'x[k] = k === "innerHTML" ? y : z, x.innerHTML = y',
    'x.insertAdjacentHTML("beforeend", y)',
    'document.write(y)',
    'range.createContextualFragment(y)',
    'new DOMParser().parseFromString(y, "text/html")',
    'x.setHTMLUnsafe(y)',
  ])('find where a text becomes HTML: %s', (code) => {
    const foreign = htmlSinks(withPlanted(code)).filter(
      (what) => !vuesOwn.some((own) => own.test(what)),
    )
    expect(foreign).not.toEqual([])
  })

  it.each(['let y = x.innerHTML', 'x.innerHTML === y', 'x.textContent = y', 'stream.write(y)'])(
    'do not take other things for it: %s',
    (code) => {
      expect(htmlSinks(withPlanted(code))).toEqual([])
    },
  )

  it.each([
    'eval("x")',
    'window.eval(x)',
    'new Function("x")',
    'Function(x)()',
    'globalThis["Function"](x)',
    '(0, x).constructor.constructor("y")',
    'setTimeout("x()", 1)',
    'f.constructor("return this")',
  ])('find where a text becomes a program: %s', (code) => {
    expect(textAsCode(withPlanted(code))).not.toEqual([])
  })

  it.each(['isFunction(x)', 'setTimeout(x, 1)', 'x.evaluate(y)', 'let a = "eval(x)"'])(
    'do not take other things for that: %s',
    (code) => {
      expect(textAsCode(withPlanted(code))).toEqual([])
    },
  )

  it.each([
    '<script>x()</script>',
    '<script src="https://a.nl/x.js"></script>',
    '<script src="//a.nl/x.js"></script>',
    '<script src="/assets/x.js"></script>',
    '<script src="./assets/../../x.js"></script>',
    '<script src="data:text/javascript,x"></script>',
    '<link rel="stylesheet" href="http://a.nl/x.css">',
    '<style>a { color: red }</style>',
    '<p style="color: red">a</p>',
    '<p onclick="x()">a</p>',
    '<img src="x.png">',
    '<base href="https://a.nl/">',
    '<iframe></iframe>',
    '<meta http-equiv="refresh" content="0; url=https://a.nl">',
  ])('find what a page may not have: %s', (html) => {
    const page = textOf(path.join(out, 'renderer/index.html'))
    expect(pageFaults(page.replace('</body>', `${html}</body>`))).not.toEqual([])
  })

  it.each([
    'a { background: url(https://a.nl/x.png) }',
    'a { background: url("//a.nl/x.png") }',
    'a { background: url(data:image/png;base64,x) }',
    'a { background: url(../x.png) }',
    '@import "x.css";',
  ])('find what a style sheet may not have: %s', (css) => {
    expect(styleFaults(css)).not.toEqual([])
  })
})

describe('the page', () => {
  /** What a page loads for its first text, in order: scripts and sheets of styles by kind, faces as `font`. */
  function asksFor(html: string): string[] {
    const { DOMParser } = new Window()
    const page = new DOMParser().parseFromString(html, 'text/html')
    return [...page.querySelectorAll('script[src], link[rel]')].flatMap((element) => {
      if (element.tagName === 'SCRIPT') return 'script'
      return element.getAttribute('rel') === 'preload'
        ? (element.getAttribute('as') ?? '')
        : (element.getAttribute('rel') ?? '')
    })
  }

  it('asks for one script and one sheet of styles, and for the faces after those', () => {
    const asked = asksFor(textOf(path.join(out, 'renderer/index.html')))
    // The first script is the few lines with which others are loaded.
    expect(asked).toEqual(['script', 'script', 'stylesheet', 'font', 'font', 'font', 'font'])
  })
})

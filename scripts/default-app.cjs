// Stands in for Electron's own default program in a runtime that comes without one: it starts the folder it is given.
'use strict'
const { app } = require('electron')
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

let folder
for (let index = 1; index < process.argv.length && folder === undefined; index++) {
  const argument = process.argv[index]
  if (argument === '-r' || argument === '--require') {
    index++
    Module._load(path.resolve(process.argv[index]), Module) // Playwright's loader comes in this way
  } else if (!argument.startsWith('-')) folder = path.resolve(argument)
}

if (folder === undefined) {
  console.error('usage: electron [switches] FOLDER')
  app.exit(2)
} else {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  const file = path.join(folder, 'package.json')
  const manifest = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined
  if (manifest) {
    app.setVersion(manifest.version)
    app.name = manifest.productName ?? manifest.name
    app.setAppPath(folder)
  }
  Module._load(manifest ? path.resolve(folder, manifest.main ?? 'index.js') : folder, Module, true)
}

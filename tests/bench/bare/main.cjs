// The least program that shows a text safely: one sandboxed window that appears when its page is painted.
'use strict'
const path = require('node:path')
const { app, BrowserWindow, Menu } = require('electron')

app.enableSandbox()
Menu.setApplicationMenu(null)
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  // A page in an archive is no file: there it lies beside it.
  void window.loadFile(path.join(__dirname.replace(/\.asar$/, ''), 'text.html'))
})

// Ends this program when npm, which started it, has ended. npm passes SIGTERM on to a shell, and most shells
// die of it without telling their child: without this a server would go on alone, holding its port.

const everyMs = 200

if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  timer.unref()
}

/**
 * Imported before everything else by commands that need Node 22: its SQLite, and packages as ES modules. npm run takes
 * the one that npm ci installed; where that was left out (--omit=optional), the machine's own has to do.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  console.error(
    `Error: This needs Node 22.14 or later, and ran on ${process.versions.node}. Run "npm ci" without --omit=optional, which brings Node 22, and use the npm commands; or install Node 22.`
  );
  process.exit(1);
}

'use strict';

// The packages of the two Teams apps, made by the build (gulpfile.js): the tabs' travels inside the .sppkg, the message
// extension's is uploaded to Teams by an administrator.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { zipSync } = require('fflate');

const read = (...parts) => readFileSync(path.join(__dirname, ...parts));
/** Always the same bytes for the same contents. */
const mtime = new Date(1980, 0, 2);

/** Version of the solution as Teams writes it: three numbers. */
const version = () => JSON.parse(read('../config/package-solution.json')).solution.version.split('.').slice(0, 3).join('.');

/** A package with a manifest and its icons. */
function zip(folder, manifest) {
  const files = { 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, version: version() }, null, 2)) };
  for (const icon of Object.values(manifest.icons)) files[icon] = read('manifest', folder, icon);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { mtime }]])));
}

/** Packs the tabs where SPFx looks for it. */
function packTabs() {
  writeFileSync(path.join(__dirname, 'manifest/tabs/TeamsSPFxApp.zip'), zip('tabs', JSON.parse(read('manifest/tabs/manifest.json'))));
}

/** Packs the message extension, for the application and address that the environment names. */
function packMessages(environment) {
  const { CLIENT_ID, MEMBERLINK_SERVICE_URL, MEMBERLINK_SITE } = environment;
  let text = read('manifest/messages/manifest.json').toString('utf8');
  if (CLIENT_ID) text = text.replaceAll('00000000-0000-0000-0000-000000000000', CLIENT_ID);
  if (MEMBERLINK_SERVICE_URL) text = text.replaceAll('messages.example.org', new URL(MEMBERLINK_SERVICE_URL).host);
  // Links of other organisations are not asked about.
  if (MEMBERLINK_SITE) text = text.replaceAll('*.sharepoint.com', new URL(MEMBERLINK_SITE).host);
  writeFileSync(path.join(__dirname, 'memberlink-messages.zip'), zip('messages', JSON.parse(text)));
}

module.exports = { packTabs, packMessages };

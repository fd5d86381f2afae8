'use strict';

// The commands that SharePoint Framework developers know, over Heft, which does the work:
//   gulp bundle [--ship], gulp package-solution [--ship], gulp serve, gulp test, gulp clean
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const gulp = require('gulp');
const { packMessages, packTabs } = require('./teams/pack.cjs');

const ship = process.argv.includes('--ship');

/** Runs one of the project's own tools under the Node that npm installed; fails if it fails. */
function run(packageName, script, ...parameters) {
  const tool = path.join(path.dirname(require.resolve(`${packageName}/package.json`)), script);
  return new Promise((resolve, reject) => {
    const preload = ['--require', path.join(__dirname, 'config/teams-folder.cjs')];
    const child = spawn(process.execPath, [...preload, tool, ...parameters], { cwd: __dirname, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${packageName} ended with ${code}`))));
  });
}

const heft = (...parameters) => run('@rushstack/heft', 'bin/heft', ...parameters);
const production = ship ? ['--production'] : [];

const clean = async () => {
  const output = ['dist', 'lib', 'lib-commonjs', 'lib-dts', 'lib-esm', 'release', 'temp', 'jest-output', 'sharepoint/solution'];
  await Promise.all(output.map((folder) => rm(path.join(__dirname, folder), { recursive: true, force: true })));
};
clean.description = 'Removes everything that the build makes';

/** npm start trusts this mark; what is built here may be something else than it would build. */
const forgetMark = () => rm(path.join(__dirname, 'sharepoint/solution/built-from.txt'), { force: true });

const bundle = async () => {
  await forgetMark();
  await heft('build', '--clean', ...production);
};
bundle.description = 'Builds the web parts into release/ (--ship: for production)';

const packageSolution = async () => {
  await forgetMark();
  packTabs();
  packMessages(process.env);
  await heft('package-solution', ...production);
};
packageSolution.displayName = 'package-solution';
packageSolution.description = 'Packs the built web parts into sharepoint/solution/memberlink.sppkg, and the Teams apps';

const serve = () => heft('start');
serve.description = "Builds on every change, for SharePoint's online workbench";

const test = () => run('tsx', 'dist/cli.mjs', 'tests/run.ts');
test.description = 'Runs all tests, as npm test does';

module.exports = { clean, bundle, 'package-solution': packageSolution, serve, test };

'use strict';

// Loaded before Heft (gulpfile.js). SPFx 1.23.2 reads `paths.teamsDir` of config/package-solution.json, and its schema does
// not know it: without this it would pack everything under teams/, the service too.
const path = require('node:path');

const plugins = path.dirname(require.resolve('@microsoft/spfx-heft-plugins/package.json'));
const schema = require(path.join(plugins, 'lib-commonjs/plugins/packageSolutionPlugin/package-solution.schema.json'));
schema.properties.paths.properties.teamsDir ??= { type: 'string' };

import './node-version';
import { buildPackage } from './build';
import { bundledExtension, bundleExtension } from './bundle-extension';
import { runCommand } from './command-error';
import { messagesApp, solutionPackage } from './paths';

/** npm run build: release/, the package, and what belongs to the message extension: its service in one file, its app. */
runCommand(async () => {
  await buildPackage();
  await bundleExtension();
  console.log(`Built ${solutionPackage}`);
  console.log(`Built ${bundledExtension}`);
  console.log(`Built ${messagesApp}`);
});

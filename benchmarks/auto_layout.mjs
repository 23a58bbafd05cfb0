// Files laid out by bpmn-auto-layout, as JSON (null where it fails). Arguments: the folder with the npm packages, files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(resolve(packages), 'package.json')));
const { layoutProcess } = require('bpmn-auto-layout');

const made = [];
for (const file of files) {
  try {
    made.push(await layoutProcess(readFileSync(file, 'utf8')));
  } catch {
    made.push(null);
  }
}
process.stdout.write(JSON.stringify(made));

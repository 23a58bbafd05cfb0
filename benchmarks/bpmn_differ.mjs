// What bpmn-js-differ tells of pairs of files, as JSON. Arguments: the folder with the npm packages, then pairs of files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(resolve(packages), 'package.json')));
const { diff } = require('bpmn-js-differ');
const { BpmnModdle } = await import(pathToFileURL(require.resolve('bpmn-moddle')));

// Attributes of an engine are reported only where they are described; the descriptions of both do not go together.
function reader(name) {
  const file = join(resolve(packages), 'node_modules', `${name}-bpmn-moddle`, 'resources', `${name}.json`);
  return new BpmnModdle({ [name]: JSON.parse(readFileSync(file, 'utf8')) });
}
const readers = { camunda: reader('camunda'), zeebe: reader('zeebe') };

async function definitions(file) {
  const xml = readFileSync(file, 'utf8');
  const { rootElement } = await readers[/<zeebe:/.test(xml) ? 'zeebe' : 'camunda'].fromXML(xml);
  if (!rootElement.rootElements) {
    throw new Error(`${file} cannot be read`);
  }
  return rootElement;
}

function kinds(elements) {
  return Object.fromEntries(Object.entries(elements).map(([id, element]) => [id, element.$type]));
}

const told = [];
for (let place = 0; place < files.length; place += 2) {
  const found = diff(await definitions(files[place]), await definitions(files[place + 1]));
  told.push({
    added: kinds(found._added),
    removed: kinds(found._removed),
    changed: Object.fromEntries(Object.entries(found._changed).map(
      ([id, { attrs }]) => [id, Object.entries(attrs).map(([name, value]) => ({
        name, old: value.oldValue?.id ?? null, new: value.newValue?.id ?? null
      }))]
    )),
  });
}
process.stdout.write(JSON.stringify(told));

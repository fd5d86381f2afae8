import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** FIDELITY.md is only worth something if what it says is so: each row has a source, and a test that exists. */

const project = join(__dirname, '../../..');
const page = readFileSync(join(project, 'sharepoint/local/FIDELITY.md'), 'utf8');
const sources = new Set([...page.matchAll(/^- \*\*(\w+)\*\*:/gm)].map(([, name]) => String(name)));

const files = ['integration', 'full', 'e2e', 'unit/local'].flatMap((folder) =>
  readdirSync(join(project, 'tests', folder))
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .map((name) => [name.replace(/\.(test|spec)\.ts$/, ''), readFileSync(join(project, 'tests', folder, name), 'utf8')] as const)
);
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Behaviour'))
  .map((line) =>
    line
      .replace(/\\\|/g, '¦')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  );

test('there are rows', () => {
  expect(rows.length).toBeGreaterThan(80);
});

test.each(rows.map((row) => [String(row[0]), row] as const))(
  '%s',
  (_name, [behaviour = '', source = '', shown = '', request = '', checked]) => {
    expect(checked).toBeDefined();
    for (const one of source.replace(/: of our own$/, '').split(', ')) expect([...sources, 'none']).toContain(one);
    // Without a source it can only be the stricter reading, or something of our own.
    if (source === 'none') expect(behaviour + request).toMatch(/⚠|not searched/);
    const [, file, name] = /^`([\w-]+)` (.+)$/.exec(shown) ?? [];
    const text = files.filter(([one]) => one === file).map(([, contents]) => contents);
    expect(text).toHaveLength(1);
    expect(text[0]?.replace(/\\'/g, "'")).toContain(String(name));
    expect(request).not.toBe('');
  }
);

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Assets } from './assets';
import type { InstalledPackage } from './packages';
import { runtimeFile } from './runtime';

const mediaTypes: Record<string, string> = {
  js: 'text/javascript;charset=utf-8',
  css: 'text/css;charset=utf-8',
  json: 'application/json',
  woff: 'font/woff',
  woff2: 'font/woff2',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml'
};

const mediaTypeOf = (name: string): string => mediaTypes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** SPFx's builds put a hash of the contents into the name: such a file never changes. */
const neverChanges = (name: string): boolean => /[_.-][0-9a-f]{20,}\.\w+$/.test(name);

interface Served {
  plain: Buffer;
  gzipped: Buffer;
  etag: string;
}

/** The loader without the check of the bytes of its own parts. */
const withoutIntegrity = (script: string): string => script.replace(/\b(\w)&&\(\w\.integrity=\1\)/g, '0');

/**
 * Serves scripts, styles and fonts: the page host's own, the SPFx runtime's, and the installed solutions'. Compressed
 * where the browser takes it, and kept by the browser as from SharePoint's CDN.
 */
export function registerStaticFiles(app: FastifyInstance, assets: Assets, packages: InstalledPackage[]): void {
  const served = new Map<string, Served>();

  const send = (request: FastifyRequest, reply: FastifyReply, name: string, read: () => Uint8Array | undefined): unknown => {
    const address = request.raw.url ?? name;
    let file = served.get(address);
    if (!file) {
      const bytes = read();
      if (!bytes) return reply.code(404).send('');
      const plain = Buffer.from(bytes);
      file = { plain, gzipped: gzipSync(plain, { level: 6 }), etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"` };
      served.set(address, file);
    }
    void reply
      .header('cache-control', neverChanges(name) ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('etag', file.etag)
      .header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    void reply.type(mediaTypeOf(name));
    const compressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    return compressed ? reply.header('content-encoding', 'gzip').send(file.gzipped) : reply.send(file.plain);
  };

  app.get<{ Params: { name: string } }>('/_local/assets/:name', async (request, reply) => {
    const { name } = request.params;
    return send(request, reply, name, () => {
      const contents = assets.get(name);
      return contents === undefined ? undefined : Buffer.from(contents);
    });
  });
  app.get<{ Params: { library: string; '*': string } }>('/_local/runtime/:library/*', async (request, reply) => {
    const { library, '*': name } = request.params;
    return send(request, reply, name, () => {
      const file = runtimeFile(library, name);
      // Parts of the loader that watch requests are not in its package; it goes on without them, if it does not insist on what
      // they hold.
      if (file !== undefined && /^sp-loader-assembly_/.test(name)) return Buffer.from(withoutIntegrity(readFileSync(file, 'utf8')));
      if (file !== undefined) return readFileSync(file);
      return library === 'sp-loader' && /^chunk\.[\w.-]+\.js$/.test(name) ? Buffer.from('') : undefined;
    });
  });
  app.get<{ Params: { product: string; '*': string } }>('/sites/appcatalog/ClientSideAssets/:product/*', async (request, reply) => {
    const { product, '*': name } = request.params;
    return send(request, reply, name, () => packages.find(({ productId }) => productId === product.toLowerCase())?.assets.get(name));
  });
}

import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { refusal } from '../support/refusal';
import { people } from '../support/server';
import { withServer } from '../support/with-server';

/** The local SharePoint as PnPjs sees it over HTTP: documents. */

const site = withServer();

describe('documents', () => {
  test('are added to a folder of a library, read, replaced and deleted', async () => {
    await site.sp.web.lists.add('Pictures', '', 101);
    const folder = site.sp.web.getFolderByServerRelativePath('/sites/members/Pictures');
    await folder.addSubFolderUsingPath("it's #1");
    const inner = site.sp.web.getFolderByServerRelativePath("/sites/members/Pictures/it's #1");
    const file = await inner.files.addUsingPath('a b.txt', 'first', { Overwrite: true });
    expect(file).toMatchObject({ Name: 'a b.txt', ServerRelativeUrl: "/sites/members/Pictures/it's #1/a b.txt", Length: '5' });
    expect(await refusal(inner.files.addUsingPath('a b.txt', 'second'))).toMatchObject({
      status: 400,
      code: '-2130575257, Microsoft.SharePoint.SPException'
    });
    await inner.files.addUsingPath('a b.txt', 'third', { Overwrite: true });
    const stored = site.sp.web.getFileByServerRelativePath("/sites/members/Pictures/it's #1/a b.txt");
    expect(await stored.getText()).toBe('third');
    expect(await stored.listItemAllFields()).toMatchObject({ Id: 2, FileSystemObjectType: 0 });
    expect(await stored.exists()).toBe(true);
    await expect(stored.copyTo('/sites/members/Pictures/nowhere/b.txt', true)).rejects.toThrow();
    await stored.delete();
    expect(await stored.exists()).toBe(false);
    expect(await refusal(inner.files.addUsingPath('a?b.txt', ''))).toMatchObject({ status: 400 });
  });

  test('are served with their type to who is signed in, and can run no script', async () => {
    await site.sp.web.getFolderByServerRelativePath('/sites/members/Pictures').files.addUsingPath('page.html', '<script>alert(1)</script>');
    const address = `${site.server.origin}/sites/members/Pictures/page.html`;
    const response = await fetch(address, { headers: { authorization: `Bearer local:${people.officer}` } });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
  });
});

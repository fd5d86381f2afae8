import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import { refusal } from '../support/refusal';
import { withServer } from '../support/with-server';

/** The local SharePoint as PnPjs sees it over HTTP: lists, columns, views. */

const site = withServer();

describe('lists', () => {
  test('are added, found by title, id and address, changed and deleted', async () => {
    const added = await site.sp.web.lists.add('Road works', 'Where the roads are up');
    expect(added).toMatchObject({ Title: 'Road works', BaseTemplate: 100, ItemCount: 0, Description: 'Where the roads are up' });
    const list = site.sp.web.lists.getById(added.Id);
    await list.update({ Title: 'Roadworks' });
    const found = await site.sp.web.getList('/sites/members/Lists/Road works').select('Id', 'Title')();
    expect(found).toMatchObject({ Id: added.Id, Title: 'Roadworks' });
    expect((await site.sp.web.lists.getByTitle('ROADWORKS').select('ID')<{ Id: string }>()).Id).toBe(added.Id);
    expect((await site.sp.web.lists.filter("Title eq 'Roadworks'")()).length).toBe(1);
    await list.delete();
    expect(await refusal(site.sp.web.lists.getByTitle('Roadworks')())).toMatchObject({ status: 404, code: '-1, System.ArgumentException' });
    expect(await refusal(list())).toMatchObject({ status: 404, message: expect.stringContaining('List does not exist') as string });
  });

  test('PnPjs ensures a list once, and is refused what the type does not have', async () => {
    expect((await site.sp.web.lists.ensure('Ensured')).created).toBe(true);
    expect((await site.sp.web.lists.ensure('Ensured', 'described')).created).toBe(false);
    await expect(site.sp.web.lists.ensure('Ensured', '', 100, false, { Imagined: 1 } as never)).rejects.toThrow();
    expect(await refusal(site.sp.web.lists.add('x'.repeat(256)))).toMatchObject({ status: 400 });
  });

  test('a title that is taken is refused', async () => {
    await site.sp.web.lists.add('Twice');
    expect(await refusal(site.sp.web.lists.add('twice'))).toMatchObject({
      status: 500,
      code: '-2130575342, Microsoft.SharePoint.SPException'
    });
  });
});

describe('columns', () => {
  let list: IList;
  beforeAll(async () => {
    const { Id } = await site.sp.web.lists.add('Columns');
    list = site.sp.web.lists.getById(Id);
  });

  test('made from XML keep the name that it gives', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml:
        '<Field Type="Choice" Name="Kind" DisplayName="What kind" Indexed="TRUE"><Default>A</Default><CHOICES><CHOICE>A</CHOICE><CHOICE>B &amp; C</CHOICE></CHOICES></Field>',
      Options: 8
    });
    const field = await list.fields.getByInternalNameOrTitle('What kind')();
    expect(field).toMatchObject({
      InternalName: 'Kind',
      TypeAsString: 'Choice',
      FieldTypeKind: 6,
      Indexed: true,
      Choices: ['A', 'B & C'],
      DefaultValue: 'A'
    });
    const item = await list.items.add({ Title: 'has the default' });
    expect(item).toMatchObject({ Kind: 'A' });
  });

  test("are made by PnPjs's own calls", async () => {
    await list.fields.addText('Plain text', { MaxLength: 10 });
    await list.fields.addNumber('Amount', { MinimumValue: 0 });
    await list.fields.addBoolean('Done');
    await list.fields.addDateTime('When', { DisplayFormat: 1 });
    await list.fields.addMultilineText('Story');
    await list.fields.addChoice('One', { Choices: ['a', 'b'] });
    await list.fields.addMultiChoice('Many', { Choices: ['a', 'b'] });
    await list.fields.addUser('Who', {});
    await list.fields.addUrl('Where');
    const { Id } = await list.select('Id')();
    await list.fields.addLookup('Other', { LookupListId: Id, LookupFieldName: 'Title' });
    const item = await list.items.add({
      Title: 'full',
      Plain_x0020_text: 'ten chars',
      Amount: 1.5,
      Done: true,
      When: '2026-07-01T10:00:00Z',
      Story: 'long\nstory',
      One: 'a',
      Many: ['a', 'b'],
      Where: { Url: 'https://example.org/', Description: 'there' }
    });
    expect(item).toMatchObject({
      Amount: 1.5,
      Done: true,
      When: '2026-07-01T10:00:00Z',
      Many: ['a', 'b'],
      Where: { Url: 'https://example.org/', Description: 'there' },
      WhoId: null
    });
    expect(await refusal(list.items.add({ Plain_x0020_text: 'more than ten' }))).toMatchObject({
      status: 500,
      code: '-2130575336, Microsoft.SharePoint.SPException'
    });
    expect(await refusal(list.items.add({ Amount: 'many' }))).toMatchObject({ status: 400 });
    await list.fields.getByTitle('Amount').update({ Description: 'in pounds' });
    expect(await list.fields.getByTitle('Amount')()).toMatchObject({ Description: 'in pounds', TypeAsString: 'Number' });
    await list.fields.getByTitle('Amount').delete();
    expect(await refusal(list.fields.getByTitle('Amount')())).toMatchObject({ status: 400 });
  });

  test('a date without a time is midnight on the site, which is 23:00 UTC in summer', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml: '<Field Type="DateTime" Format="DateOnly" Name="Day" DisplayName="Day" />',
      Options: 8
    });
    expect(await list.items.add({ Day: '2026-07-01T12:00:00Z' })).toMatchObject({ Day: '2026-06-30T23:00:00Z' });
    expect(await list.items.add({ Day: '2026-12-01T12:00:00Z' })).toMatchObject({ Day: '2026-12-01T00:00:00Z' });
  });

  test('a number outside of its range, and a setting that is not built, are refused', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml: '<Field Type="Number" Name="Seats" DisplayName="Seats" Min="0" Max="20" />',
      Options: 8
    });
    expect(await refusal(list.items.add({ Seats: 21 }))).toMatchObject({ status: 400 });
    expect(await refusal(list.update({ ReadSecurity: 3 }))).toMatchObject({ status: 400 });
    expect(await refusal(list.update({ EnableModeration: true }))).toMatchObject({ status: 400 });
    expect(await refusal(list.fields.createFieldAsXml('<Field Type="constructor" Name="X" DisplayName="X" />'))).toMatchObject({
      status: 400
    });
  });

  test('a column that holds duplicates cannot be made unique, and a list with another ETag is not changed', async () => {
    await list.fields.createFieldAsXml({ SchemaXml: '<Field Type="Text" Name="Twice" DisplayName="Twice" />', Options: 8 });
    await list.items.add({ Twice: 'a' });
    await list.items.add({ Twice: 'A' });
    expect(await refusal(list.fields.getByInternalNameOrTitle('Twice').update({ EnforceUniqueValues: true }))).toMatchObject({
      status: 400
    });
    expect(await refusal(list.update({ Description: 'x' }, '"another,1"'))).toMatchObject({ status: 412 });
  });

  test('a unique column refuses a second row, with any case, and lets empty ones be', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml: '<Field Type="Text" Name="Key" DisplayName="Key" EnforceUniqueValues="TRUE" Indexed="TRUE" />',
      Options: 8
    });
    await list.items.add({ Key: 'abc' });
    await list.items.add({ Title: 'no key' });
    expect(await refusal(list.items.add({ Key: 'ABC' }))).toMatchObject({
      status: 400,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'
    });
  });

  test('more than 20 indexes, and an index on a column that cannot have one, are refused', async () => {
    const { Id } = await site.sp.web.lists.add('Indexes');
    const fields = site.sp.web.lists.getById(Id).fields;
    for (let n = 0; n < 20; n += 1) await fields.createFieldAsXml(`<Field Type="Text" Name="C${n}" DisplayName="C${n}" Indexed="TRUE" />`);
    expect(await refusal(fields.createFieldAsXml('<Field Type="Text" Name="C20" DisplayName="C20" Indexed="TRUE" />'))).toMatchObject({
      status: 400
    });
    expect(await refusal(fields.createFieldAsXml('<Field Type="Note" Name="N" DisplayName="N" Indexed="TRUE" />'))).toMatchObject({
      status: 400
    });
  });
});

describe('views', () => {
  test('a list has one; others are added, filled and deleted', async () => {
    const { Id } = await site.sp.web.lists.add('Viewed');
    const list = site.sp.web.lists.getById(Id);
    expect(await list.defaultView()).toMatchObject({ Title: 'All Items', DefaultView: true });
    await list.views.add('Mine', false, { RowLimit: 10, ViewQuery: '<OrderBy><FieldRef Name="Title" /></OrderBy>' });
    const view = list.views.getByTitle('Mine');
    await view.fields.removeAll();
    await view.fields.add('Title');
    await view.fields.add('Modified');
    await view.fields.move('Modified', 0);
    expect(await view.fields()).toMatchObject({ Items: ['Modified', 'Title'] });
    await view.update({ RowLimit: 20 });
    expect(await view()).toMatchObject({ RowLimit: 20 });
    await view.delete();
    expect((await list.views()).map(({ Title }) => Title)).toEqual(['All Items']);
  });
});

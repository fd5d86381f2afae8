import { alreadyExists, badRequest, fieldNotFound, invalidArgument } from '../errors';
import { fieldTypes } from './field-types';
import type { Field, TypedField } from './fields';
import type { Site } from './site';

const typed = (field: Field): TypedField => {
  const type = fieldTypes.get(field.TypeAsString);
  if (!type) throw invalidArgument('Invalid field type.');
  return { ...field, type };
};

/** Columns of the site itself: lists get copies of them, and search finds their values by name. */
export class SiteColumns {
  public constructor(private readonly site: Pick<Site, 'read' | 'keep'>) {}

  public all(): TypedField[] {
    return (this.site.read<Field[] | null>('site columns') ?? []).map(typed);
  }

  public byNameOrTitle(name: string): TypedField {
    const wanted = name.toLowerCase();
    const all = this.all();
    const found =
      all.find(({ InternalName }) => InternalName.toLowerCase() === wanted) ?? all.find(({ Title }) => Title.toLowerCase() === wanted);
    if (!found) throw fieldNotFound(name);
    return found;
  }

  public add(field: Field): TypedField {
    const all = this.all();
    const taken = all.some(({ Id, InternalName }) => Id === field.Id || InternalName.toLowerCase() === field.InternalName.toLowerCase());
    if (taken) throw alreadyExists(`A duplicate field name "${field.InternalName}" was found.`);
    const added = typed(field);
    this.write([...all, added]);
    return added;
  }

  public update(name: string, changes: Partial<Field>): void {
    const field = this.byNameOrTitle(name);
    this.write(this.all().map((one) => (one.Id === field.Id ? { ...one, ...changes } : one)));
  }

  public remove(name: string): void {
    const field = this.byNameOrTitle(name);
    if (field.FromBaseType) throw badRequest('The field cannot be deleted because it is a base field of the site.');
    this.write(this.all().filter(({ Id }) => Id !== field.Id));
  }

  private write(fields: Field[]): void {
    // What a type can do is not data.
    this.site.keep(
      'site columns',
      fields.map((field) => ({ ...field, type: undefined }))
    );
  }
}

import type { ListDefinition } from './definition';

/** The library of members' photographs. */
export const memberPhotos: ListDefinition = {
  title: 'MemberPhotos',
  url: 'MemberPhotos',
  kind: 'library',
  description: 'Photographs of members, named by their Modern.Gov id',
  columns: [],
  views: []
};

/** Words of a text as search keeps them: folded, with one blank before and after each. */
export const wordsOf = (text: string): string =>
  ` ${
    text
      .toLocaleLowerCase('en-GB')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

import * as fc from 'fast-check';
import { isHonour } from '../../../src/domain/members/honours';
import { nameStyleOf, parseName } from '../../../src/domain/members/name';

/** What is published, and what is shown, sorted by, in front and behind. */
const names: [string, string, string, string, string][] = [
  ['Councillor Tom Haldane', 'Tom Haldane', 'Haldane', '', ''],
  ['Cllr. Amara Whitfield', 'Amara Whitfield', 'Whitfield', '', ''],
  ['Simon Aldous', 'Simon Aldous', 'Aldous', '', ''],
  ['Councillor Dr Yusuf Rahman', 'Yusuf Rahman', 'Rahman', 'Dr', ''],
  ['Councillor Mrs. Pauline Stretton OBE', 'Pauline Stretton', 'Stretton', 'Mrs.', 'OBE'],
  ['Councillor Terence Holm. OBE', 'Terence Holm', 'Holm', '', 'OBE'],
  ['Derek Dale, OBE', 'Derek Dale', 'Dale', '', 'OBE'],
  ['Councillor Alec Fenn BA (Hons) MA', 'Alec Fenn', 'Fenn', '', 'BA (Hons) MA'],
  ['Councillor Mrs Linda McRae BA (Hons)', 'Linda McRae', 'McRae', 'Mrs', 'BA (Hons)'],
  ['Bernard Quill O.B.E., D.L.', 'Bernard Quill', 'Quill', '', 'OBE DL'],
  ['Councillor Wayne Major', 'Wayne Major', 'Major', '', ''],
  ['Councillor Russell Lord', 'Russell Lord', 'Lord', '', ''],
  ['Councillor Sheikh Aziz', 'Sheikh Aziz', 'Aziz', '', ''],
  ['Sue Le Chevalier', 'Sue Le Chevalier', 'Le Chevalier', '', ''],
  ['Councillor Steven Mark Van De Kerk', 'Steven Mark Van De Kerk', 'Van De Kerk', '', ''],
  ["Councillor Daniel De'Ath", "Daniel De'Ath", "De'Ath", '', ''],
  ['Councillor Marielle O’Neill', "Marielle O'Neill", "O'Neill", '', ''],
  ['Cllr Hardial Singh Rai', 'Hardial Singh Rai', 'Rai', '', ''],
  ['Thomas [Tommy] Johnstone', 'Thomas Johnstone', 'Johnstone', '', ''],
  ['Councillor Garth (Bill) A Boulter', 'Garth A Boulter', 'Boulter', '', ''],
  ['Charlotte  Atkins', 'Charlotte Atkins', 'Atkins', '', ''],
  ['Mayor Ros Jones', 'Ros Jones', 'Jones', 'Mayor', ''],
  ['Mayor of Teston Councillor Ian Carr', 'Ian Carr', 'Carr', 'Mayor of Teston', ''],
  ['The Right Honourable the Lord Mayor Councillor Deirdre Hanna', 'Deirdre Hanna', 'Hanna', 'The Right Honourable the Lord Mayor', ''],
  ['Marsh MBE, Gloria', 'Gloria Marsh', 'Marsh', '', 'MBE'],
  ['Goodwin, Mrs Wendy', 'Wendy Goodwin', 'Goodwin', 'Mrs', ''],
  ['Davey, Cllr John OBE', 'John Davey', 'Davey', '', 'OBE'],
  ['Le Fay, Councillor Dr Ann', 'Ann Le Fay', 'Le Fay', 'Dr', ''],
  ['FIDLER JONES Martin', 'Martin Fidler Jones', 'Fidler Jones', '', ''],
  ['John W DAWSON', 'John W Dawson', 'Dawson', '', ''],
  ['Peter McDONALD', 'Peter McDonald', 'McDonald', '', ''],
  ["Kathleen O'SULLIVAN", "Kathleen O'Sullivan", "O'Sullivan", '', ''],
  ['MJK Cooper', 'MJK Cooper', 'Cooper', '', ''],
  ["LJP O'Shea", "LJP O'Shea", "O'Shea", '', ''],
  ['B A Thomas', 'B A Thomas', 'Thomas', '', ''],
  ['Ken Dale Cabinet Member for Finance, Audit and Risk', 'Ken Dale', 'Dale', '', ''],
  ['Kevin Paul Bent Deputy Leader and Cabinet Member for Roads', 'Kevin Paul Bent', 'Bent', '', ''],
  ['Dave Black - Member of Non -Aligned Group', 'Dave Black', 'Black', '', ''],
  ['Mrs Anne Turn- Deputy Leader of Liberal Democrat Group', 'Anne Turn', 'Turn', 'Mrs', ''],
  ['Mrs JR Lumm Conservative Group', 'JR Lumm', 'Lumm', 'Mrs', ''],
  ['Mary Champion', 'Mary Champion', 'Champion', '', ''],
  ['Kay Mayor', 'Kay Mayor', 'Mayor', '', ''],
  ['Bill Wither Lt Col', 'Bill Wither', 'Wither', 'Lt Col', ''],
  ['Amer Agha MB BS, MSc, PHXM', 'Amer Agha', 'Agha', '', 'MB BS MSc PHXM'],
  ['Steve Yorke M.B.E., MCMI, AMIRTE', 'Steve Yorke', 'Yorke', '', 'MBE MCMI AMIRTE'],
  ['Eber Kingston BA Cert Ed', 'Eber Kingston', 'Kingston', '', 'BA CertEd'],
  ['Murray Grub Jnr', 'Murray Grub Jnr', 'Grub', '', ''],
  ['Roger Chadd, OBE, Deputy', 'Roger Chadd', 'Chadd', '', 'OBE'],
  ['Tom Hoff, Deputy, MBE', 'Tom Hoff', 'Hoff', '', 'MBE'],
  ['May Haine -Deputy Leader of the Council', 'May Haine', 'Haine', '', ''],
  ['Councillor John FISHER', 'John Fisher', 'Fisher', '', ''],
  ['Councillor Ann MCCOY', 'Ann McCoy', 'McCoy', '', ''],
  ['Councillor Wei MA', 'Wei MA', 'MA', '', ''],
  ['Mrs Smith OBE', 'Mrs Smith', 'Smith', 'Mrs', 'OBE'],
  ['WHITFIELD, AMARA', 'Amara Whitfield', 'Whitfield', '', ''],
  ['Y Cynghorydd Llŷr Gruffydd ab Iorwerth', 'Llŷr Gruffydd ab Iorwerth', 'ab Iorwerth', '', ''],
  ['Y Cyng. Rhodri Llŷr Evans MBE', 'Rhodri Llŷr Evans', 'Evans', '', 'MBE'],
  ['Y Cynghorydd / Councillor Elin Haf', 'Elin Haf', 'Haf', '', ''],
  ['County Councillor Jane Smith', 'Jane Smith', 'Smith', '', ''],
  ['Cllr JOHN SMITH', 'John Smith', 'Smith', '', ''],
  ['City Mayor Peter Sol', 'Peter Sol', 'Sol', 'City Mayor', ''],
  ['Cllr Pat Lee MSt FCIHort', 'Pat Lee', 'Lee', '', 'MSt FCIHort'],
  ['SusanBull', 'Susan Bull', 'Bull', '', ''],
  ['Iain Brodie - Browne', 'Iain Brodie-Browne', 'Brodie-Browne', '', ''],
  ['REDFERN LizÂBaroness', 'Liz Redfern', 'Redfern', 'Baroness', ''],
  ['cllr tricia elliott', 'Tricia Elliott', 'Elliott', '', ''],
  ['Councillor MR Lay', 'MR Lay', 'Lay', '', ''],
  ['Lord Howard', 'Lord Howard', 'Howard', 'Lord', ''],
  ['Councillor Baroness Scott of Bybrook OBE', 'Baroness Scott of Bybrook', 'Scott of Bybrook', 'Baroness', 'OBE'],
  ['Councillor Jane Doe - Leader of the Council', 'Jane Doe', 'Doe', '', ''],
  ['Councillor Harry St John', 'Harry St John', 'St John', '', ''],
  ['Councillor Lt Col Bill Withers', 'Bill Withers', 'Withers', 'Lt Col', ''],
  ['Professor Dame Ann Reid DBE', 'Ann Reid', 'Reid', 'Professor Dame', 'DBE']
];

describe('names', () => {
  test.each(names)('%s is shown as %s', (raw, display, surname, title, honours) => {
    expect(parseName(raw)).toMatchObject({ display, surname, title, honours });
  });

  test.each([
    ['Thomas [Tommy] Johnstone', 'Tommy'],
    ['Councillor Garth (Bill) A Boulter', 'Bill'],
    ['Jane Doe (Con)', ''],
    ['Jane Doe (Mayor)', ''],
    ['Jane Doe (Deputy Leader of the Council)', ''],
    ['Jane Doe', '']
  ])('%s is known as %p', (raw, knownAs) => expect(parseName(raw).knownAs).toBe(knownAs));

  test('short capitals in front are a surname where the whole council writes them so', () => {
    const style = nameStyleOf(['OGG Ralph', 'KIRK Mark', 'BRIGGS John', 'JAMES Joel S']);
    expect(parseName('OGG Ralph', style)).toMatchObject({ display: 'Ralph Ogg', surname: 'Ogg' });
    expect(parseName('JAMES Joel S', style)).toMatchObject({ display: 'Joel S James', surname: 'James' });
    expect(nameStyleOf(['MJK Cooper', 'Ann Able', 'Bo Baker'])).toEqual({ capitalSurnameFirst: false });
  });

  test('whatever is published, a name with letters never comes out empty', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z']{1,8}){1,3}$/), (raw) => {
        expect(parseName(raw).display).not.toBe('');
        expect(parseName(raw).surname).not.toBe('');
      })
    );
  });

  test('any text at all is read without a failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
        expect(typeof parseName(raw).display).toBe('string');
      })
    );
  });

  test('a surname in capitals never becomes an honour', () => {
    const surname = fc.stringMatching(/^[A-Z]{4,9}$/).filter((text) => !isHonour(text));
    fc.assert(
      fc.property(surname, (capitals) => {
        const read = parseName(`Councillor John ${capitals}`);
        expect(read.honours).toBe('');
        expect(read.surname.toUpperCase()).toBe(capitals);
      })
    );
    for (const name of ['FISHER', 'MILLER', 'ARNOLD', 'FRY', 'FRENCH', 'FINCH', 'MCGEE', 'MASON', 'FROST', 'FRASER', 'MARCH']) {
      expect(parseName(`John ${name}`)).toMatchObject({ honours: '', given: 'John' });
    }
  });

  test('reading a name that was read before changes nothing', () => {
    for (const [, display] of names) expect(parseName(display).display).toBe(display);
  });
});

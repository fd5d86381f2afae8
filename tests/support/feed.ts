/** Builds feeds in Modern.Gov's format for tests. The people in them are fictional. */

export interface FixtureCouncillor {
  id?: string;
  name: string;
  party?: string;
  posts?: string;
  email?: string;
  phone?: string;
  photo?: string;
  terms?: [string, string][];
  surgery?: string[];
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const blank = '\n          ';

const councillorXml = ({ id, name, party, posts, email, phone, photo, terms, surgery }: FixtureCouncillor): string => `
        <councillor>
          <councillorid>${id ?? ''}</councillorid>
          <fullusername>${escape(name)}</fullusername>
          <photosmallurl>${photo ?? ''}</photosmallurl>
          <photobigurl>${photo ?? ''}</photobigurl>
          <politicalpartytitle>${escape(party ?? blank)}</politicalpartytitle>
          <districttitle>${blank}</districttitle>
          <representing>${blank}</representing>
          <keyposts>${escape(posts ?? blank)}</keyposts>
          <workaddress>
            <phone>${phone ?? ''}</phone>
            <email>${email ?? ''}</email>
          </workaddress>
          <homeaddress>
            <line1>13 Secret Street</line1>
            <postcode>ZZ1 1ZZ</postcode>
            <phone>01632 960999</phone>
            <mobile>07700 900999</mobile>
            <email>home@secret.example</email>
          </homeaddress>
          ${surgery ? `<surgerydetails>${surgery.map((line, index) => `<line${index + 1}>${escape(line)}</line${index + 1}>`).join('')}</surgerydetails>` : ''}
          ${terms ? `<termsofoffice>${terms.map(([start, end]) => `<termofoffice><startdate>${start}</startdate><enddate>${end}</enddate></termofoffice>`).join('')}</termsofoffice>` : ''}
        </councillor>`;

/** A whole reply of GetCouncillorsByWard. */
export const feedXml = (wards: Record<string, FixtureCouncillor[]>): string => `<?xml version="1.0" encoding="utf-8"?>
<councillorsbyward>
  <wards>${Object.entries(wards)
    .map(
      ([ward, councillors]) => `
    <ward>
      <wardtitle>${escape(ward)}</wardtitle>
      <councillors>
        <councillorcount> ${councillors.length}</councillorcount>${councillors.map(councillorXml).join('')}
      </councillors>
    </ward>`
    )
    .join('')}
  </wards>
</councillorsbyward>
`;

const surnames = ['Able', 'Baker', 'Chard', 'Dunn', 'Elder', 'Frost', 'Grange', 'Holt', 'Ivory', 'Jessop', 'Keen', 'Lamb', 'Moss', 'Nash'];

/** Members with ids from 100 on: enough for a council. */
export const councillors = (number = 12): FixtureCouncillor[] =>
  surnames.slice(0, number).map((surname, index) => ({
    id: String(100 + index),
    name: `Councillor Sam ${surname}`,
    party: 'Labour Party',
    email: `s.${surname.toLowerCase()}@council.example`,
    phone: `01632 9601${index < 10 ? '0' : ''}${index}`,
    terms: [['04/05/2023', '06/05/2027']]
  }));

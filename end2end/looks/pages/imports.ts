import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { people } from '../../support/people.ts';
import type { Served } from '../../support/program.ts';
import { follow, press, then, type Look } from '../look.ts';

const SAMPLES = join(import.meta.dirname, '../../../app/files/samples/hris');
const UPLOAD = '/imports/files/{id}';
const IMPORT = '/imports/{id}';

/** An `employees.csv` of so many rows, and of a name that nothing else has: each is an import of its own. */
const employees = (rows: string[]) => async (page: Page) => {
  const buffer = Buffer.from(['employee_number,full_name,hired_on,job', ...rows, ''].join('\n'));
  await page.getByLabel('Bundle or export').setInputFiles({ name: 'employees.csv', mimeType: 'text/csv', buffer });
  await press('Check it')(page);
};

const newcomer = (number: string, name = 'Zora Newname') => employees([`${number},${name},2026-11-02,csr`]);

/** Whatever it says of how many changes there are. */
async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Apply/ }).click();
}

/** Undoes an import whose facts a later one has corrected. */
async function undoWhatIsRestedOn(page: Page, served: Served): Promise<void> {
  await then(newcomer('7004'), apply, follow('Undo this import'))(page, served);
  const asked = await page.context().newPage();
  await asked.goto(`${served.url}/imports`);
  await newcomer('7004', 'Zora Othername')(asked);
  await apply(asked);
  await asked.getByRole('heading', { name: 'applied' }).waitFor();
  await asked.close();
  await press('Undo this import')(page);
}

async function uploadExport(page: Page): Promise<void> {
  await page.getByLabel('Bundle or export').setInputFiles(join(SAMPLES, 'export.csv'));
  await press('Check it')(page);
}

async function mapIt(page: Page): Promise<void> {
  const mapping = await readFile(join(SAMPLES, 'mapping.toml'), 'utf8');
  const here = mapping.replace('values = { "CIO" = "chief-information-officer" }, ', '');
  await page.getByLabel('Mapping', { exact: true }).fill(here);
  await press('Check the file with it')(page);
  await page.getByRole('heading', { level: 1, name: 'what would change' }).waitFor();
}

export const imports: readonly Look[] = [
  { name: 'imports', route: '/imports', who: people.lead, shows: 'the fictional company' },
  { name: 'imports-none', route: '/imports', who: people.lead, arrive: press('Check it'), status: 422, shows: 'Choose a file.' },
  {
    name: 'import-mapping',
    route: '/imports/files/{id}/mapping',
    path: '/imports',
    who: people.lead,
    arrive: uploadExport,
    shows: 'which column feeds what',
  },
  {
    name: 'import-mapping-refused',
    route: '/imports/files/{id}/mapping',
    path: '/imports',
    who: people.lead,
    arrive: then(uploadExport, press('Check the file with it')),
    status: 422,
    shows: 'There is a problem',
  },
  {
    name: 'import-difference',
    route: UPLOAD,
    path: '/imports',
    who: people.lead,
    arrive: then(uploadExport, mapIt),
    shows: 'New people',
  },
  {
    name: 'import-refused',
    route: UPLOAD,
    path: '/imports',
    who: people.lead,
    arrive: employees(Array.from({ length: 60 }, (_, row) => `${9000 + row},Person ${row},2026-31-01,senior-cs`)),
    shows: 'cannot be loaded yet',
  },
  {
    name: 'import-applied',
    route: IMPORT,
    path: '/imports',
    who: people.lead,
    arrive: then(newcomer('7001'), apply),
    shows: 'applied',
  },
  {
    name: 'import-undo',
    route: '/imports/{id}/undo',
    path: '/imports',
    who: people.lead,
    arrive: then(newcomer('7002'), apply, follow('Undo this import')),
    shows: 'taken back',
  },
  {
    name: 'import-undone',
    route: IMPORT,
    path: '/imports',
    who: people.lead,
    arrive: then(newcomer('7003'), apply, follow('Undo this import'), press('Undo this import')),
    shows: 'The import is undone',
  },
  {
    name: 'import-undo-refused',
    route: '/imports/{id}/undo',
    path: '/imports',
    who: people.lead,
    arrive: undoWhatIsRestedOn,
    status: 409,
    shows: 'It cannot be undone',
  },
];

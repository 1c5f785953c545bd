// Asks the module that browsers load what its twin on the server was asked, and compares: `node same.mjs FOLDER`, a
// person and some scenarios in each line of standard input. The tests of `web` call it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const script = readFileSync(new URL("nextrung.js", folder), "base64");
const { initSync, Stage, WhatIf } = await import(`data:text/javascript;base64,${script}`);
initSync({ module: readFileSync(new URL("nextrung.wasm", folder)) });

let count = 0;
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { sealed, scenarios } = JSON.parse(line);
  const whatIf = WhatIf.read(Buffer.from(sealed, "base64"));
  for (const { typed, ...server } of scenarios) {
    const browser = {
      json: whatIf.assessments(typed) ?? null,
      typing: whatIf.answer(typed, Stage.Typing) ?? null,
      left: whatIf.answer(typed, Stage.Left) ?? null,
      sent: whatIf.answer(typed, Stage.Sent) ?? null,
    };
    for (const what of Object.keys(browser)) {
      if (browser[what] !== server[what]) {
        console.log(`${what} of\n${typed}\nbrowser ${browser[what]}\nserver  ${server[what]}`);
        process.exit(1);
      }
    }
    count += 1;
  }
}
console.log(`${count} scenarios, the same`);

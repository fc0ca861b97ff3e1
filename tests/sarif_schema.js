// Reads a SARIF log on standard input; prints what is wrong with it by the schema of the format.
const fs = require("fs");
const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const Ajv = require("ajv-draft-04");
const judge = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
const valid = judge.compile(JSON.parse(fs.readFileSync(path)));
valid(JSON.parse(fs.readFileSync(0)));
console.log(JSON.stringify(valid.errors || []));

/** One cold run of Typst: a source file to a PDF file. Arguments: module, source, folder of fonts, output. */
const { writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

const [library, source, fonts, output] = process.argv.slice(2);
const { NodeCompiler } = require(library);
const compiler = NodeCompiler.create({ workspace: dirname(source), fontArgs: [{ fontPaths: [fonts] }] });
const compiled = compiler.compile({ mainFilePath: source });
if (compiled.result === null) {
  compiled.printErrors();
  process.exit(1);
}
writeFileSync(output, compiler.pdf(compiled.result, { pdfTags: false }));

// node scripts/operate.mjs COMMAND …, one of package.json: the command of the home that the options name. The AWS home, named by
// its table, has programs of its own, since the embedded home can't reach the AWS SDK.
const [command] = process.argv.splice(2, 1);
const onAws = process.argv.some((word) => word === '--table' || word.startsWith('--table='));
await import(`../${onAws ? 'functions/operate' : 'local'}/${command}.ts`);

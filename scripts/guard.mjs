// Says which Node is needed before anything newer fails to parse. Must itself parse on Node 18.
const needed = 24;
const found = Number(process.version.slice(1).split('.')[0]);

if (found < needed) {
  const lines = [
    `Vinh Danh needs Node ${needed} or later; this is ${process.version}.`,
    '',
    'On Linux (x64, arm64) and Windows (x64) `npm ci` installs it inside the project, and npm scripts use it:',
    '  npm ci        (without --omit=optional)',
    '  npm start',
    '',
    `On other systems, macOS among them, install Node ${needed} with your version manager (nvm, fnm, mise,`,
    'Homebrew) or from https://nodejs.org/, then run the command again.',
  ];
  console.error(lines.join('\n'));
  process.exit(1);
}

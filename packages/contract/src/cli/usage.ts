export const USAGE = `Checks endpoints against the contract by which support agents call them.

  kontor-contract check <address>        an address, with a customer in it: "https://api…/customer?email=ada@example.com"
  kontor-contract check --curl <line>    a curl line, or @file with one
  kontor-contract check --openapi <file> an OpenAPI 3 document of JSON or YAML (with --base-url, if it names no server)
  kontor-contract check --plan <file>    a plan of all endpoints and environments: docs/contract-check.md

What is checked
  --method <name>         GET, POST, PUT or DELETE
  --data <json>           the body of a write
  --refused-data <json>   a body that the company's own rules refuse
  --identifier <name>     the parameter that names the customer, when it can't be seen: email, body:email
  --customer <value>      a customer who exists; several times for several
  --empty <value>         a customer with as little data as there can be
  --unknown <value>       a customer who does not exist
  --sample <file>         an answer as it is documented
  --rate-limit <n>        requests per minute that the endpoint takes
  --calls <n>             timed calls per endpoint (20; a p99 needs 100)

Where
  --environment <name>    its name, or which one of the plan
  --sandbox               the environment is a sandbox
  --write                 try writes, in a sandbox only
  --burst                 go beyond the declared rate limit, in a sandbox only
  --ca <file>             further certificates to trust, in PEM
  --allow-loopback-http   accept http:// on this machine
  --plain-http-port <n>   where plain http must not answer (80)

The key is read from CONTRACT_API_KEY, from --key-file <file>, or from the curl line. It is never shown or written.

Reports
  --json <file>           everything ("-": to the standard output, instead of the table)
  --junit <file>          for CI
  --handoff <file>        the document to hand over; .md or .html; several times for both
  --save <file>           this run, to compare later ones with
  --compare <file>        a saved run
  --strict                advice counts for the exit code too

Exit code: 0 no finding, 1 findings, 2 not run.`;

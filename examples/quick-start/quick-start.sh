#!/usr/bin/env bash
# The five steps of an integration with curl: authenticate, create a user, upload, track, read.
set -euo pipefail
: "${KONTOR_CLIENT_ID:?is missing, see examples/README.md}" "${KONTOR_CLIENT_SECRET:?is missing, see examples/README.md}"
api="${KONTOR_URL:-http://127.0.0.1:4800}/api"

# The text of a field in a JSON answer. A real program takes a real parser, such as jq.
field() { grep -o "\"$1\": *\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

# 1. Authenticate: a token that lives five minutes. The secret goes in by the standard input, since all users of a
#    machine can read the arguments of a program.
token="$(curl -sS --fail-with-body "$api/auth" -d @- <<<"grant_type=client_credentials&client_id=$KONTOR_CLIENT_ID&client_secret=$KONTOR_CLIENT_SECRET" | field access_token)"
call_unchecked() { curl -sS -H @<(echo "Authorization: Bearer $token") -H 'Content-Type: application/json' "$@"; }
call() { call_unchecked --fail-with-body "$@"; }

# 2. Create a user. This one goes by itself after a day.
user="$(call "$api/users" -d '{"type": "person", "automaticAnalysis": "suspended", "expiresIn": "P1D"}' | field userId)"

# 3. Upload accounts, then start the analysis
call -o /dev/null "$api/users/$user/banking/accounts" -d '{"accounts": [{
  "accountId": "giro", "accountNumber": "532013000", "balance": 1874.35, "currency": "EUR", "transactions": [
    {"transactionId": "1", "amount": 2950, "bookingDate": "2026-08-28", "bookingText": "GEHALT", "purpose": "Gehalt"},
    {"transactionId": "2", "amount": 2950, "bookingDate": "2026-09-30", "bookingText": "GEHALT", "purpose": "Gehalt"},
    {"transactionId": "3", "amount": 2950, "bookingDate": "2026-10-30", "bookingText": "GEHALT", "purpose": "Gehalt"}
  ]}]}'
run="$(call -X POST "$api/users/$user/trigger-analysis" | field correlationId)"

# 4. Track it: 404 while it runs, 200 when it is done. Ask seldom, and then more seldom.
for pause in 0.5 1 2 4 8 10 10 10 10 10; do
  status="$(call_unchecked -o /dev/null -w '%{http_code}' "$api/users/$user/categorization/correlation?correlationId=$run")"
  if [[ "$status" != 404 ]]; then break; fi
  sleep "$pause"
done
if [[ "$status" != 200 ]]; then echo "The analysis did not complete: $status" >&2; exit 1; fi

# 5. Read results
call "$api/users/$user/analysis/person/income"
echo

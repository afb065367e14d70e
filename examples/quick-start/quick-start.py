"""The five steps of an integration with nothing but Python's standard library (3.9 or newer)."""

import json
import os
import sys
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

API = os.environ.get("KONTOR_URL", "http://127.0.0.1:4800") + "/api"
token = None


def call(method, path, body=None, form=None):
    """Sends a request and answers the JSON of its answer; raises HTTPError when it is refused."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    data = None
    if body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    if form is not None:
        data = urlencode(form).encode()
    with urlopen(Request(API + path, data, headers, method=method), timeout=30) as answer:
        return json.load(answer)


def is_done(user_id, run):
    """404 while the analysis runs, 200 when it is done."""
    try:
        call("GET", f"/users/{user_id}/categorization/correlation?correlationId={run}")
        return True
    except HTTPError as error:
        # What failed or was cancelled says so, and will not be done by waiting.
        if error.code != 404 or json.load(error).get("status") in ("failed", "cancelled"):
            raise
        return False


# 1. Authenticate: a token that lives five minutes
try:
    credentials = {"client_id": os.environ["KONTOR_CLIENT_ID"], "client_secret": os.environ["KONTOR_CLIENT_SECRET"]}
except KeyError as missing:
    sys.exit(f"{missing} is missing, see examples/README.md")
token = call("POST", "/auth", form={"grant_type": "client_credentials", **credentials})["access_token"]

# 2. Create a user. This one goes by itself after a day.
user_id = call("POST", "/users", {"type": "person", "automaticAnalysis": "suspended", "expiresIn": "P1D"})["userId"]

# 3. Upload accounts, then start the analysis
transactions = [
    {"transactionId": day, "bookingDate": day, "amount": 2950, "bookingText": "GEHALT", "purpose": "Gehalt"}
    for day in ("2026-08-28", "2026-09-30", "2026-10-30")
]
account = {"accountId": "giro", "accountNumber": "532013000", "balance": 1874.35, "currency": "EUR"}
call("POST", f"/users/{user_id}/banking/accounts", {"accounts": [{**account, "transactions": transactions}]})
run = call("POST", f"/users/{user_id}/trigger-analysis")["correlationId"]

# 4. Track it, seldom and then more seldom
pause = 0.5
while not is_done(user_id, run):
    time.sleep(pause)
    pause = min(pause * 1.5, 10)

# 5. Read results
print(json.dumps(call("GET", f"/users/{user_id}/analysis/person/income")["salary"], indent=2))

"""A client that openapi-python-client made of the OpenAPI document alone, against a running service.

generated_client.py <folder of the package> <address> <token> <a request of the evaluation as JSON>
Prints what it understood of the answers, as JSON; a shape that is not the document's makes it fail.
"""
import json
import sys

folder, address, token, request = sys.argv[1:]
sys.path.insert(0, folder)

from generated import AuthenticatedClient, Client  # noqa: E402
from generated.api.decisions import get_decision, list_decisions, record_decision  # noqa: E402
from generated.api.evaluation import evaluate, explain, write_memo  # noqa: E402
from generated.api.law import get_provision  # noqa: E402
from generated.models import (  # noqa: E402
    Decision,
    DecisionRecord,
    DecisionRequest,
    EvaluationRequest,
    ExplanationRequest,
    Problem,
    Recorded,
)

client = AuthenticatedClient(base_url=address, token=token)
asked = json.loads(request)


def of(kind, answer):
    if not isinstance(answer.parsed, kind):
        raise SystemExit(f"{answer.status_code} is no {kind.__name__}: {answer.content!r}")
    return answer.parsed


decision = of(Decision, evaluate.sync_detailed(client=client, body=EvaluationRequest.from_dict(asked)))
wrong = {"question": "grade", "facts": {"accident": {"deaths": -1}}}
problem = of(Problem, evaluate.sync_detailed(client=client, body=EvaluationRequest.from_dict(wrong)))
recorded = of(
    Recorded,
    record_decision.sync_detailed(
        client=client,
        idempotency_key="generated-1",
        body=DecisionRequest.from_dict({**asked, "classification": "内部"}),
    ),
)
record = of(DecisionRecord, get_decision.sync_detailed(str(recorded.id), client=client))
listed = list_decisions.sync_detailed(client=client)
explained = explain.sync_detailed(client=client, body=ExplanationRequest.from_dict(asked))
memo = write_memo.sync_detailed(client=client, body=EvaluationRequest.from_dict(asked))
provision = get_provision.sync_detailed("art_11__para_1__item_3", client=client)
nobody = of(Problem, list_decisions.sync_detailed(client=Client(base_url=address)))

print(
    json.dumps(
        {
            "least": decision.grade.least,
            "applies": decision.to_dict()["findings"]["art_11__para_1__item_3"]["applies"]["is"],
            "problem": [problem.status, problem.code, problem.errors[0].code],
            "record": [record.kind, str(record.id) == str(recorded.id)],
            "listed": len(listed.parsed.items),
            "explained": explained.status_code,
            "memo": memo.status_code,
            "provision": provision.parsed.to_dict()["eId"],
            "nobody": nobody.code,
        },
        ensure_ascii=False,
    )
)

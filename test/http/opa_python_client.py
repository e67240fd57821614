"""Every method of opa-python-client against the service: port and a small input as arguments."""

import json
import sys
import urllib.request

from opa_client.errors import DeleteDataError, DeletePolicyError, PolicyNotFoundError
from opa_client.opa import OpaClient

port, small = int(sys.argv[1]), json.loads(sys.argv[2])
client = OpaClient(host="127.0.0.1", port=port, timeout=30)
checks = 0


def check(held, what):
    global checks
    checks += 1
    if not held:
        sys.exit(f"failed: {what}")


def refused(call, what, kinds=(Exception,)):
    try:
        call()
    except kinds as error:
        check("connection" not in str(error).lower(), f"{what}: {error}")
        return error
    sys.exit(f"failed: {what} was not refused")


check(client.check_connection() is True, "check_connection")
check(client.check_health() is True, "check_health")
check(client.check_health({"bundles": True, "plugins": True}) is True, "check_health of bundles")
check(client.wait_for_ready(timeout=5) is True, "wait_for_ready")
check("default_decision" in client.get_config()["result"], "get_config")
check("bundles" in client.get_status()["result"], "get_status")
check("# HELP" in client.get_metrics(), "get_metrics")

policies = client.get_policies_list()
check("policies/questions/grade/grade.rego" in policies, "get_policies_list")
information = client.get_policies_info()["policies/questions/grade/grade.rego"]
check(information["path"].endswith("/data/questions/grade"), "get_policies_info, path")
check(any(rule.endswith("/answer") for rule in information["rules"]), "get_policies_info, rules")
check("package questions.grade" in client.get_policy("policies/questions/grade/grade.rego")["result"]["raw"], "get_policy")
refused(lambda: client.get_policy("none"), "get_policy of nothing", (PolicyNotFoundError,))

answer = client.query_rule(input_data=small, package_path="questions.grade", rule_name="answer")
check(answer["result"]["grade"]["least"] == "重大", "query_rule")
refused(lambda: client.query_rule(input_data={"facts": {"accident": {"deaths": "12"}}}, package_path="questions.grade", rule_name="answer"), "query_rule with a wrong type")
refused(lambda: client.get_data("questions/grade/answer"), "get_data without input", (PolicyNotFoundError,))
refused(lambda: client.ad_hoc_query("x = 1"), "ad_hoc_query")
refused(lambda: client.update_policy_from_string("package a", "a"), "update_policy_from_string")
refused(lambda: client.update_or_create_data({"a": 1}, "a"), "update_or_create_data")
refused(lambda: client.patch_data("a", [{"op": "add", "path": "/b", "value": 1}]), "patch_data")
refused(lambda: client.delete_policy("a"), "delete_policy", (DeletePolicyError,))
refused(lambda: client.delete_data("a"), "delete_data", (DeleteDataError,))
refused(lambda: client.compile_query("x = 1", small), "compile_query") if hasattr(client, "compile_query") else None
if hasattr(client, "check_permission"):
    permission = client.check_permission(input_data=small, policy_name="policies/questions/grade/grade.rego", rule_name="answer")
    check("result" in permission, "check_permission")
with urllib.request.urlopen(f"http://127.0.0.1:{port}/health") as response:
    check(response.status == 200, "health")
client.close_connection()
print(f"{checks} checks")

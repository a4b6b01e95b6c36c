"""Two pipelines: one builds the shop's API on every push and rolls it out, the other builds its web pages on weekdays,
and after every run of the first."""

import pulumi
import pulumi_ncloud_sourcepipeline as ncloud

# Names instead of ids: each list is asked for once.
api = ncloud.get_build_project_output(name="shop-api")
web = ncloud.get_build_project_output(name="shop-web")
rolling = ncloud.get_deploy_scenario_output(project="shop", stage="prod", name="rolling")

shop = ncloud.Pipeline(
    "shop-api",
    description="Build the shop's API and roll it out",
    tasks=[
        {"name": "build", "type": "SourceBuild", "project_id": api.id, "branch": "main"},
        {
            "name": "deploy",
            "type": "SourceDeploy",
            "project_id": rolling.project_id,
            "stage_id": rolling.stage_id,
            "scenario_id": rolling.id,
            "linked_tasks": ["build"],
        },
    ],
    triggers={"repositories": [{"name": "shop-api", "branch": "main"}]},
)

pages = ncloud.Pipeline(
    "shop-web",
    description="Build the shop's web pages",
    tasks=[{"name": "build", "type": "SourceBuild", "project_id": web.id}],
    triggers={
        "schedules": [
            {
                "days": ["MON", "TUE", "WED", "THU", "FRI"],
                "time": "03:30",
                "time_zone": "Asia/Seoul",
                "only_with_change": True,
            }
        ],
        "pipelines": [{"id": shop.id}],
    },
)

pulumi.export("shopApi", {"id": shop.id, "name": shop.name})
pulumi.export("shopWeb", {"id": pages.id, "name": pages.name})

// Two pipelines: one builds the shop's API on every push and rolls it out, the other builds its web pages on weekdays,
// and after every run of the first.
package main

import (
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"pulumi-ncloud-sourcepipeline/sdk/go/ncloud"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// Names instead of ids: each list is asked for once.
		api := ncloud.GetBuildProjectOutput(ctx, ncloud.GetBuildProjectOutputArgs{Name: pulumi.String("shop-api")})
		web := ncloud.GetBuildProjectOutput(ctx, ncloud.GetBuildProjectOutputArgs{Name: pulumi.String("shop-web")})
		rolling := ncloud.GetDeployScenarioOutput(ctx, ncloud.GetDeployScenarioOutputArgs{
			Project: pulumi.String("shop"), Stage: pulumi.String("prod"), Name: pulumi.String("rolling"),
		})

		shop, err := ncloud.NewPipeline(ctx, "shop-api", &ncloud.PipelineArgs{
			Description: pulumi.String("Build the shop's API and roll it out"),
			Tasks: ncloud.TaskArray{
				ncloud.TaskArgs{
					Name:      pulumi.String("build"),
					Type:      ncloud.TaskTypeSourceBuild,
					ProjectId: api.Id(),
					Branch:    pulumi.String("main"),
				},
				ncloud.TaskArgs{
					Name:        pulumi.String("deploy"),
					Type:        ncloud.TaskTypeSourceDeploy,
					ProjectId:   rolling.ProjectId(),
					StageId:     rolling.StageId(),
					ScenarioId:  rolling.Id(),
					LinkedTasks: pulumi.StringArray{pulumi.String("build")},
				},
			},
			Triggers: ncloud.TriggersArgs{
				Repositories: ncloud.RepositoryTriggerArray{
					ncloud.RepositoryTriggerArgs{Name: pulumi.String("shop-api"), Branch: pulumi.String("main")},
				},
			},
		})
		if err != nil {
			return err
		}

		pages, err := ncloud.NewPipeline(ctx, "shop-web", &ncloud.PipelineArgs{
			Description: pulumi.String("Build the shop's web pages"),
			Tasks: ncloud.TaskArray{
				ncloud.TaskArgs{Name: pulumi.String("build"), Type: ncloud.TaskTypeSourceBuild, ProjectId: web.Id()},
			},
			Triggers: ncloud.TriggersArgs{
				Schedules: ncloud.ScheduleTriggerArray{
					ncloud.ScheduleTriggerArgs{
						Days:           ncloud.DayArray{ncloud.DayMon, ncloud.DayTue, ncloud.DayWed, ncloud.DayThu, ncloud.DayFri},
						Time:           pulumi.String("03:30"),
						TimeZone:       pulumi.String("Asia/Seoul"),
						OnlyWithChange: pulumi.Bool(true),
					},
				},
				Pipelines: ncloud.PipelineTriggerArray{ncloud.PipelineTriggerArgs{Id: shop.ID()}},
			},
		})
		if err != nil {
			return err
		}

		ctx.Export("shopApi", pulumi.Map{"id": shop.ID(), "name": shop.Name})
		ctx.Export("shopWeb", pulumi.Map{"id": pages.ID(), "name": pages.Name})
		return nil
	})
}

package main

import (
	"github.com/hashicorp/hcl/v2"
	gogen "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/pcl"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	"github.com/pulumi/pulumi/sdk/v3/go/common/workspace"
)

type files = map[string][]byte

// writer is what writes one language.
type writer struct {
	sdk     func(*schema.Package, schema.ReferenceLoader) (files, error)
	program func(*pcl.Program) (files, hcl.Diagnostics, error)
	project func(folder string, project workspace.Project, program *pcl.Program, local map[string]string) error
}

var writers = map[string]writer{
	"nodejs": {
		sdk: func(pkg *schema.Package, loader schema.ReferenceLoader) (files, error) {
			return nodejs.GeneratePackage("pulumi-language-nodejs", pkg, nil, nil, false, loader)
		},
		program: nodejs.GenerateProgram,
		project: func(folder string, project workspace.Project, program *pcl.Program, local map[string]string) error {
			return nodejs.GenerateProject(folder, project, program, local, false, "nodejs")
		},
	},
	"python": {
		sdk: func(pkg *schema.Package, loader schema.ReferenceLoader) (files, error) {
			return python.GeneratePackage("pulumi-language-python", pkg, nil, loader)
		},
		program: python.GenerateProgram,
		project: func(folder string, project workspace.Project, program *pcl.Program, local map[string]string) error {
			return python.GenerateProject(folder, project, program, local, "", "")
		},
	},
	"go": {
		sdk: func(pkg *schema.Package, _ schema.ReferenceLoader) (files, error) {
			return gogen.GeneratePackage("pulumi-language-go", pkg, nil)
		},
		program: gogen.GenerateProgram,
		project: gogen.GenerateProject,
	},
}

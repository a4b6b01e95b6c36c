package main

import (
	"github.com/pulumi/pulumi-java/pkg/codegen/java"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

const language = "java"

func generate(pkg *schema.Package) (map[string][]byte, error) {
	return java.GeneratePackage("pulumi-language-java", pkg, nil, false)
}

// Writes an SDK of a language whose generator left the engine's modules: with the last release that had it, or that its
// own module serves. Called as the other generator is, with its one language:
//
//	dotnet-generator SCHEMA.json FOLDER dotnet
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(schemaFile, folder string) error {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	var spec schema.PackageSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return err
	}
	pkg, diagnostics, err := schema.BindSpec(spec, nil)
	if err != nil {
		return err
	}
	if diagnostics.HasErrors() {
		return diagnostics
	}
	written, err := generate(pkg)
	if err != nil {
		return err
	}
	return write(filepath.Join(folder, language), written)
}

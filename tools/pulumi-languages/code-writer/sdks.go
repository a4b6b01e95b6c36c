package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// writeSdks writes an SDK of each language into a folder named after it.
func writeSdks(schemaFile, folder string, languages []string) error {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	loader := schema.NewPluginLoader(nil)
	for _, language := range languages {
		writer, known := writers[language]
		if !known {
			return fmt.Errorf("there is no generator for %q here", language)
		}
		// Anew for each: generators write their spelling of enum members into the package.
		pkg, err := bind(text, loader)
		if err != nil {
			return err
		}
		written, err := writer.sdk(pkg, loader)
		if err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
		if err := write(filepath.Join(folder, language), written); err != nil {
			return err
		}
	}
	return nil
}

// bind reads a schema as Pulumi's command does: a host gets the marshalled package and binds it once more. Without the
// second time some names in Go differ.
func bind(text []byte, loader schema.Loader) (*schema.Package, error) {
	pkg, err := bindOnce(text, loader)
	if err != nil {
		return nil, err
	}
	if text, err = pkg.MarshalJSON(); err != nil {
		return nil, err
	}
	return bindOnce(text, loader)
}

func bindOnce(text []byte, loader schema.Loader) (*schema.Package, error) {
	var spec schema.PackageSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return nil, err
	}
	pkg, diagnostics, err := schema.BindSpec(spec, loader, schema.ValidationOptions{})
	if err != nil {
		return nil, err
	}
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return pkg, nil
}

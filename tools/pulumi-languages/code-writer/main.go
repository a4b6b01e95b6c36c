// What the language hosts that can be built here lack: writing code. Under the name sdk-generator this program writes
// SDKs from a schema,
//
//	sdk-generator SCHEMA.json FOLDER LANGUAGE...
//
// and under the name of a language host it stands in front of that host: it writes code itself, for `pulumi import`,
// `pulumi convert` and `pulumi package gen-sdk`, and passes on everything else.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	language, isHost := strings.CutPrefix(name, "pulumi-language-")
	var err error
	switch {
	case isHost:
		err = serve(language, os.Args[1:])
	case len(os.Args) < 4:
		err = fmt.Errorf("usage: %s SCHEMA.json FOLDER LANGUAGE", name)
	default:
		err = writeSdks(os.Args[1], os.Args[2], os.Args[3:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

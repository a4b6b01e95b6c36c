package main

import (
	"os"
	"path/filepath"
)

// write puts contents into a folder, by path.
func write(folder string, contents map[string][]byte) error {
	for name, content := range contents {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

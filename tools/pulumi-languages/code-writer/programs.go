package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/pulumi/pulumi/pkg/v3/codegen/hcl2/syntax"
	"github.com/pulumi/pulumi/pkg/v3/codegen/pcl"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	"github.com/pulumi/pulumi/pkg/v3/resource/plugin"
	"github.com/pulumi/pulumi/sdk/v3/go/common/workspace"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/protobuf/proto"
)

// answer is a call of the engine that is answered here, from and to the bytes on the wire.
type answer func(ctx context.Context, request []byte) ([]byte, error)

// answersOf are the calls that a host of this language does not know yet.
func answersOf(writer writer) map[string]answer {
	return map[string]answer{
		pulumirpc.LanguageRuntime_GenerateProgram_FullMethodName: call(writer.generateProgram),
		pulumirpc.LanguageRuntime_GenerateProject_FullMethodName: call(writer.generateProject),
		pulumirpc.LanguageRuntime_GeneratePackage_FullMethodName: call(writer.generatePackage),
	}
}

// message is a pointer to a message of the engine's protocol.
type message[T any] interface {
	*T
	proto.Message
}

func call[Request any, Pointer message[Request], Response proto.Message](
	handle func(context.Context, Pointer) (Response, error),
) answer {
	return func(ctx context.Context, bytes []byte) ([]byte, error) {
		request := Pointer(new(Request))
		if err := proto.Unmarshal(bytes, request); err != nil {
			return nil, err
		}
		response, err := handle(ctx, request)
		if err != nil {
			return nil, err
		}
		return proto.Marshal(response)
	}
}

// generateProgram writes what `pulumi import` prints.
func (writer writer) generateProgram(
	_ context.Context, request *pulumirpc.GenerateProgramRequest,
) (*pulumirpc.GenerateProgramResponse, error) {
	loader, err := schema.NewLoaderClient(request.LoaderTarget)
	if err != nil {
		return nil, err
	}
	defer loader.Close()
	parser := syntax.NewParser()
	for path, text := range request.Source {
		if err := parser.ParseFile(strings.NewReader(text), path); err != nil {
			return nil, err
		}
	}
	if parser.Diagnostics.HasErrors() {
		return nil, parser.Diagnostics
	}
	program, diagnostics, err := pcl.BindProgram(
		parser.Files, schema.NewCachedLoader(loader), strictness(request.Strict)...)
	if err != nil {
		return nil, err
	}
	response := &pulumirpc.GenerateProgramResponse{Diagnostics: plugin.HclDiagnosticsToRPCDiagnostics(diagnostics)}
	if diagnostics.HasErrors() {
		return response, nil
	}
	written, more, err := writer.program(program)
	response.Source = written
	response.Diagnostics = append(response.Diagnostics, plugin.HclDiagnosticsToRPCDiagnostics(more)...)
	return response, err
}

// generateProject writes what `pulumi convert` makes.
func (writer writer) generateProject(
	_ context.Context, request *pulumirpc.GenerateProjectRequest,
) (*pulumirpc.GenerateProjectResponse, error) {
	loader, err := schema.NewLoaderClient(request.LoaderTarget)
	if err != nil {
		return nil, err
	}
	defer loader.Close()
	var project workspace.Project
	if err := json.Unmarshal([]byte(request.Project), &project); err != nil {
		return nil, err
	}
	program, diagnostics, err := pcl.BindDirectory(
		request.SourceDirectory, schema.NewCachedLoader(loader), strictness(request.Strict)...)
	if err != nil {
		return nil, err
	}
	response := &pulumirpc.GenerateProjectResponse{Diagnostics: plugin.HclDiagnosticsToRPCDiagnostics(diagnostics)}
	if diagnostics.HasErrors() {
		return response, nil
	}
	return response, writer.project(request.TargetDirectory, project, program, request.LocalDependencies)
}

// generatePackage writes what `pulumi package gen-sdk` makes.
func (writer writer) generatePackage(
	_ context.Context, request *pulumirpc.GeneratePackageRequest,
) (*pulumirpc.GeneratePackageResponse, error) {
	loader, err := schema.NewLoaderClient(request.LoaderTarget)
	if err != nil {
		return nil, err
	}
	defer loader.Close()
	pkg, err := bindOnce([]byte(request.Schema), loader)
	if err != nil {
		return nil, err
	}
	written, err := writer.sdk(pkg, schema.NewCachedLoader(loader))
	if err != nil {
		return nil, err
	}
	return &pulumirpc.GeneratePackageResponse{}, write(request.Directory, written)
}

func strictness(strict bool) []pcl.BindOption {
	if strict {
		return nil
	}
	return pcl.NonStrictBindOptions()
}

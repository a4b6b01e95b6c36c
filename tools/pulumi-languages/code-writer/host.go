package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
)

// The engine's own limit of a message, in bytes.
const largest = 400 * 1024 * 1024

// serve starts the host that stands in the folder "started" beside this program, and a server in front of it. As every
// host it prints its port first.
func serve(language string, parameters []string) error {
	writer, known := writers[language]
	if !known {
		return fmt.Errorf("there is no generator for %q here", language)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	host := exec.Command(filepath.Join(filepath.Dir(self), "started", filepath.Base(self)), parameters...)
	host.Stderr = os.Stderr
	output, err := host.StdoutPipe()
	if err != nil {
		return err
	}
	if err := host.Start(); err != nil {
		return err
	}
	lines := bufio.NewReader(output)
	port, err := lines.ReadString('\n')
	if err != nil {
		return fmt.Errorf("the host of %s gave no port: %w", language, err)
	}
	connection, err := grpc.NewClient("127.0.0.1:"+strings.TrimSpace(port),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.ForceCodec(asBytes{}),
			grpc.MaxCallRecvMsgSize(largest), grpc.MaxCallSendMsgSize(largest)))
	if err != nil {
		return err
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := grpc.NewServer(grpc.ForceServerCodec(asBytes{}), grpc.MaxRecvMsgSize(largest), grpc.MaxSendMsgSize(largest),
		grpc.UnknownServiceHandler(passOn(connection, answersOf(writer))))
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go func() {
		_, _ = io.Copy(os.Stdout, lines)
		// The host leaves with its engine, and this program with it.
		_ = host.Wait()
		server.Stop()
	}()
	return server.Serve(listener)
}

// passOn sends every call to the host, but those that are answered here.
func passOn(host *grpc.ClientConn, answers map[string]answer) grpc.StreamHandler {
	return func(_ any, engine grpc.ServerStream) error {
		method, _ := grpc.MethodFromServerStream(engine)
		var request []byte
		if err := engine.RecvMsg(&request); err != nil {
			return err
		}
		if answer, ours := answers[method]; ours {
			response, err := answer(engine.Context(), request)
			if err != nil {
				return err
			}
			return engine.SendMsg(&response)
		}
		return relay(engine, host, method, request)
	}
}

func relay(engine grpc.ServerStream, host *grpc.ClientConn, method string, request []byte) error {
	ctx, cancel := context.WithCancel(engine.Context())
	defer cancel()
	if received, ok := metadata.FromIncomingContext(ctx); ok {
		ctx = metadata.NewOutgoingContext(ctx, received)
	}
	stream, err := host.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true}, method)
	if err != nil {
		return err
	}
	if err := stream.SendMsg(&request); err != nil {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	for {
		var response []byte
		if err := stream.RecvMsg(&response); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := engine.SendMsg(&response); err != nil {
			return err
		}
	}
}

// asBytes leaves messages as they are on the wire.
type asBytes struct{}

func (asBytes) Marshal(value any) ([]byte, error) { return *value.(*[]byte), nil }

func (asBytes) Unmarshal(data []byte, value any) error {
	*value.(*[]byte) = append([]byte(nil), data...)
	return nil
}

func (asBytes) Name() string { return "proto" }

// Karpenter's own solver on one workload and one catalogue of this benchmark.
//
// It calls NewTopology, NewScheduler and Solve as Karpenter's provisioner does: one NodePool without limits, no
// existing nodes, no daemon sets, options at their defaults. A claim is priced at its cheapest compatible offering,
// which is the one the Azure provider buys first. One line of JSON goes to standard output.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

func main() {
	workload := flag.String("workload", "", "workload as CSV: name,replicas,cpu_milli,memory_mib,labels,rules")
	catalogue := flag.String("catalogue", "", "catalogue as CSV, see ../data")
	capacityTypes := flag.String("capacity-type", "on-demand", "comma-separated: spot, on-demand")
	maxVCPUs := flag.Int("max-vcpus", 0, "leave out larger sizes; 0: none")
	workers := flag.Int("workers", 1, "concurrent evaluations; Karpenter's default request of one CPU gives 1")
	timeout := flag.Duration("timeout", 10*time.Minute, "of Solve; Karpenter itself stops after 1m")
	flag.Parse()
	answer, err := run(*workload, *catalogue, strings.Split(*capacityTypes, ","), *maxVCPUs, *workers, *timeout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "karpenter:", err)
		os.Exit(2)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
		fmt.Fprintln(os.Stderr, "karpenter:", err)
		os.Exit(1)
	}
}

func run(workload, catalogue string, capacityTypes []string, maxVCPUs, workers int, timeout time.Duration) (*result, error) {
	pods, err := readWorkload(workload)
	if err != nil {
		return nil, err
	}
	types, err := readCatalogue(catalogue, capacityTypes, maxVCPUs)
	if err != nil {
		return nil, err
	}
	return solve(pods, types, capacityTypes, workers, timeout)
}

package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	v1 "sigs.k8s.io/karpenter/pkg/apis/v1"
	"sigs.k8s.io/karpenter/pkg/cloudprovider"
	"sigs.k8s.io/karpenter/pkg/scheduling"
)

// row reads one line of a CSV with a header.
type row struct {
	fields []string
	column map[string]int
	where  string
}

func (r row) text(name string) string { return r.fields[r.column[name]] }

func (r row) number(name string) (int64, error) {
	n, err := strconv.ParseInt(r.text(name), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%s: column %s: '%s' is not a whole number", r.where, name, r.text(name))
	}
	return n, nil
}

func readRows(path string) ([]row, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("%s: empty, a header is needed", path)
	}
	column := map[string]int{}
	for i, name := range lines[0] {
		column[name] = i
	}
	var rows []row
	for i, fields := range lines[1:] {
		rows = append(rows, row{fields, column, fmt.Sprintf("%s:%d", path, i+2)})
	}
	return rows, nil
}

func readCatalogue(path string, capacityTypes []string, maxVCPUs int) ([]*cloudprovider.InstanceType, error) {
	rows, err := readRows(path)
	if err != nil {
		return nil, err
	}
	var types []*cloudprovider.InstanceType
	for _, r := range rows {
		size, err := readSize(r, capacityTypes, maxVCPUs)
		if err != nil {
			return nil, err
		}
		if size != nil {
			types = append(types, size)
		}
	}
	return types, nil
}

// readSize gives nil for a size that the filters leave out.
func readSize(r row, capacityTypes []string, maxVCPUs int) (*cloudprovider.InstanceType, error) {
	amounts := map[string]int64{}
	for _, name := range []string{"vcpus", "cpu_milli", "memory", "ephemeral_storage", "pods", "overhead_cpu_milli", "overhead_memory"} {
		n, err := r.number(name)
		if err != nil {
			return nil, err
		}
		amounts[name] = n
	}
	offerings, err := readOfferings(r, capacityTypes)
	if err != nil || len(offerings) == 0 || maxVCPUs > 0 && amounts["cpu_milli"] > int64(maxVCPUs)*1000 {
		return nil, err
	}
	zones, sold := values(offerings, corev1.LabelTopologyZone), values(offerings, v1.CapacityTypeLabelKey)
	in := corev1.NodeSelectorOpIn
	return &cloudprovider.InstanceType{
		Name: r.text("name"),
		Requirements: scheduling.NewRequirements(
			scheduling.NewRequirement(corev1.LabelInstanceTypeStable, in, r.text("name")),
			scheduling.NewRequirement(corev1.LabelArchStable, in, "amd64"),
			scheduling.NewRequirement(corev1.LabelOSStable, in, "linux"),
			scheduling.NewRequirement(corev1.LabelTopologyZone, in, zones...),
			scheduling.NewRequirement(v1.CapacityTypeLabelKey, in, sold...),
		),
		Offerings: offerings,
		Capacity: corev1.ResourceList{
			corev1.ResourceCPU:              *resource.NewMilliQuantity(amounts["cpu_milli"], resource.DecimalSI),
			corev1.ResourceMemory:           *resource.NewQuantity(amounts["memory"], resource.BinarySI),
			corev1.ResourceEphemeralStorage: *resource.NewQuantity(amounts["ephemeral_storage"], resource.BinarySI),
			corev1.ResourcePods:             *resource.NewQuantity(amounts["pods"], resource.DecimalSI),
		},
		Overhead: &cloudprovider.InstanceTypeOverhead{KubeReserved: corev1.ResourceList{
			corev1.ResourceCPU:    *resource.NewMilliQuantity(amounts["overhead_cpu_milli"], resource.DecimalSI),
			corev1.ResourceMemory: *resource.NewQuantity(amounts["overhead_memory"], resource.BinarySI),
		}},
	}, nil
}

func readOfferings(r row, capacityTypes []string) (cloudprovider.Offerings, error) {
	var offerings cloudprovider.Offerings
	for capacityType, column := range map[string]string{v1.CapacityTypeOnDemand: "on_demand", v1.CapacityTypeSpot: "spot"} {
		if r.text(column) == "" || !slices.Contains(capacityTypes, capacityType) {
			continue
		}
		price, err := strconv.ParseFloat(r.text(column), 64)
		if err != nil {
			return nil, fmt.Errorf("%s: column %s: '%s' is not a price", r.where, column, r.text(column))
		}
		for _, zone := range strings.Fields(r.text(column + "_zones")) {
			offerings = append(offerings, &cloudprovider.Offering{
				Requirements: scheduling.NewRequirements(
					scheduling.NewRequirement(v1.CapacityTypeLabelKey, corev1.NodeSelectorOpIn, capacityType),
					scheduling.NewRequirement(corev1.LabelTopologyZone, corev1.NodeSelectorOpIn, zone),
				),
				Price:     price,
				Available: true,
			})
		}
	}
	return offerings, nil
}

func values(offerings cloudprovider.Offerings, key string) []string {
	var found []string
	for _, offering := range offerings {
		if value := offering.Requirements.Get(key).Any(); !slices.Contains(found, value) {
			found = append(found, value)
		}
	}
	return found
}

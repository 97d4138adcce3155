package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"syscall"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/tools/record"
	"k8s.io/utils/clock"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"
	"sigs.k8s.io/controller-runtime/pkg/log"
	v1 "sigs.k8s.io/karpenter/pkg/apis/v1"
	"sigs.k8s.io/karpenter/pkg/cloudprovider"
	"sigs.k8s.io/karpenter/pkg/controllers/provisioning/scheduling"
	"sigs.k8s.io/karpenter/pkg/controllers/state"
	"sigs.k8s.io/karpenter/pkg/events"
	"sigs.k8s.io/karpenter/pkg/operator/injection"
	"sigs.k8s.io/karpenter/pkg/operator/logging"
	"sigs.k8s.io/karpenter/pkg/operator/options"
)

// result is what one run tells. Seconds and CPU seconds are those of Solve alone; setup is NewTopology and NewScheduler.
type result struct {
	Price        float64 `json:"price"`
	Nodes        int     `json:"nodes"`
	Placed       int     `json:"placed"`
	Unplaced     int     `json:"unplaced"`
	TimedOut     bool    `json:"timedOut"`
	Seconds      float64 `json:"seconds"`
	CPUSeconds   float64 `json:"cpuSeconds"`
	SetupSeconds float64 `json:"setupSeconds"`
}

func solve(pods []*corev1.Pod, types []*cloudprovider.InstanceType, capacityTypes []string, workers int, timeout time.Duration) (*result, error) {
	log.SetLogger(logging.NopLogger)
	ctx := options.ToContext(injection.WithControllerName(context.Background(), "provisioner"), defaults(workers))
	client, wall := fake.NewClientBuilder().Build(), &clock.RealClock{}
	cluster := state.NewCluster(wall, client, nil)
	pools := []*v1.NodePool{nodePool(capacityTypes)}
	byPool := map[string][]*cloudprovider.InstanceType{pools[0].Name: types}
	opts := []scheduling.Options{
		scheduling.DisableReservedCapacityFallback,
		scheduling.NumConcurrentReconciles(workers),
		scheduling.MinValuesPolicy(options.MinValuesPolicyStrict),
	}

	start := time.Now()
	topology, err := scheduling.NewTopology(ctx, client, cluster, nil, pools, byPool, pods, opts...)
	if err != nil {
		return nil, fmt.Errorf("topology: %w", err)
	}
	scheduler := scheduling.NewScheduler(ctx, client, pools, cluster, nil, topology, byPool, nil,
		events.NewRecorder(&record.FakeRecorder{}), wall, nil, nil, opts...)
	answer := &result{SetupSeconds: time.Since(start).Seconds()}

	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	start, used := time.Now(), cpuSeconds()
	results, err := scheduler.Solve(limited, pods)
	answer.Seconds, answer.CPUSeconds = time.Since(start).Seconds(), cpuSeconds()-used
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("solve: %w", err)
	}
	answer.TimedOut = err != nil
	for _, claim := range results.TruncateInstanceTypes(ctx, scheduling.MaxInstanceTypes).NewNodeClaims {
		answer.Nodes++
		answer.Placed += len(claim.Pods)
		answer.Price += cheapest(claim)
	}
	answer.Unplaced = len(pods) - answer.Placed
	return answer, nil
}

func defaults(workers int) *options.Options {
	return &options.Options{
		CPURequests:       int64(1000 * workers),
		BatchMaxDuration:  10 * time.Second,
		BatchIdleDuration: time.Second,
		PreferencePolicy:  options.PreferencePolicyRespect,
		MinValuesPolicy:   options.MinValuesPolicyStrict,
		IgnoreDRARequests: true,
		FeatureGates:      options.FeatureGates{ReservedCapacity: true},
	}
}

func nodePool(capacityTypes []string) *v1.NodePool {
	pool := &v1.NodePool{ObjectMeta: metav1.ObjectMeta{Name: "default", UID: "pool"}}
	pool.Spec.Template.Spec.NodeClassRef = &v1.NodeClassReference{Group: "bench", Kind: "NodeClass", Name: "default"}
	pool.Spec.Template.Spec.Requirements = []v1.NodeSelectorRequirementWithMinValues{
		{Key: v1.CapacityTypeLabelKey, Operator: corev1.NodeSelectorOpIn, Values: capacityTypes},
	}
	return pool
}

func cheapest(claim *scheduling.NodeClaim) float64 {
	price := math.Inf(1)
	for _, size := range claim.InstanceTypeOptions {
		for _, offering := range size.Offerings.Available().Compatible(claim.Requirements) {
			price = math.Min(price, offering.Price)
		}
	}
	return price
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return math.NaN()
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

package main

import (
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
)

var topologyKeys = map[string]string{"zone": corev1.LabelTopologyZone, "host": corev1.LabelHostname}

// readWorkload expands every line into its replicas. UIDs are fixed: they break ties in Karpenter's queue.
func readWorkload(path string) ([]*corev1.Pod, error) {
	rows, err := readRows(path)
	if err != nil {
		return nil, err
	}
	var pods []*corev1.Pod
	for _, r := range rows {
		replicas, err := r.number("replicas")
		if err != nil {
			return nil, err
		}
		template, err := readTemplate(r)
		if err != nil {
			return nil, err
		}
		for i := range replicas {
			pod := template.DeepCopy()
			pod.Name = fmt.Sprintf("%s-%d", pod.Name, i)
			pod.UID = types.UID(fmt.Sprintf("%08d", len(pods)))
			pods = append(pods, pod)
		}
	}
	return pods, nil
}

func readTemplate(r row) (*corev1.Pod, error) {
	cpu, err := r.number("cpu_milli")
	if err != nil {
		return nil, err
	}
	memory, err := r.number("memory_mib")
	if err != nil {
		return nil, err
	}
	name := r.text("name")
	labels := pairs(r.text("labels"))
	if len(labels) == 0 {
		labels = map[string]string{"app": name}
	}
	pod := &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "default", Labels: labels},
		Spec: corev1.PodSpec{Containers: []corev1.Container{{
			Name: "main",
			Resources: corev1.ResourceRequirements{Requests: corev1.ResourceList{
				corev1.ResourceCPU:    *resource.NewMilliQuantity(cpu, resource.DecimalSI),
				corev1.ResourceMemory: *resource.NewQuantity(memory<<20, resource.BinarySI),
			}},
		}}},
		Status: corev1.PodStatus{Phase: corev1.PodPending},
	}
	for _, rule := range strings.Split(r.text("rules"), ";") {
		if rule = strings.TrimSpace(rule); rule == "" {
			continue
		}
		if err := addRule(pod, rule); err != nil {
			return nil, fmt.Errorf("%s: %w", r.where, err)
		}
	}
	return pod, nil
}

// addRule understands "<kind> zone|host self|key=value…" with the kinds spread, prefer-spread, affinity, anti-affinity.
func addRule(pod *corev1.Pod, rule string) error {
	words := strings.SplitN(rule, " ", 3)
	if len(words) != 3 || topologyKeys[words[1]] == "" {
		return fmt.Errorf("rule '%s' is not '<kind> zone|host <labels>'", rule)
	}
	selector := &metav1.LabelSelector{MatchLabels: pairs(words[2])}
	if words[2] == "self" {
		selector.MatchLabels = pod.Labels
	}
	key := topologyKeys[words[1]]
	spread := corev1.TopologySpreadConstraint{MaxSkew: 1, TopologyKey: key, LabelSelector: selector}
	term := []corev1.PodAffinityTerm{{TopologyKey: key, LabelSelector: selector}}
	if pod.Spec.Affinity == nil && strings.HasSuffix(words[0], "affinity") {
		pod.Spec.Affinity = &corev1.Affinity{}
	}
	switch words[0] {
	case "spread":
		spread.WhenUnsatisfiable = corev1.DoNotSchedule
		pod.Spec.TopologySpreadConstraints = append(pod.Spec.TopologySpreadConstraints, spread)
	case "prefer-spread":
		spread.WhenUnsatisfiable = corev1.ScheduleAnyway
		pod.Spec.TopologySpreadConstraints = append(pod.Spec.TopologySpreadConstraints, spread)
	case "affinity":
		pod.Spec.Affinity.PodAffinity = &corev1.PodAffinity{RequiredDuringSchedulingIgnoredDuringExecution: term}
	case "anti-affinity":
		pod.Spec.Affinity.PodAntiAffinity = &corev1.PodAntiAffinity{RequiredDuringSchedulingIgnoredDuringExecution: term}
	default:
		return fmt.Errorf("rule '%s': unknown kind; known: spread, prefer-spread, affinity, anti-affinity", rule)
	}
	return nil
}

func pairs(text string) map[string]string {
	labels := map[string]string{}
	for _, pair := range strings.Fields(text) {
		if key, value, ok := strings.Cut(pair, "="); ok {
			labels[key] = value
		}
	}
	return labels
}

// Answers questions about logs with independent implementations: transparency-dev/merkle and Go's sumdb (note, tlog).
// One JSON object a line in, one a line out. The tests hold src/records against it.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type question struct {
	Op         string
	Leaves     [][]byte
	Index      uint64
	Size       uint64
	First      uint64
	Second     uint64
	LeafHash   []byte
	FirstRoot  []byte
	SecondRoot []byte
	Root       []byte
	Proof      [][]byte
	Name       string
	Key        string
	Text       string
	Note       string
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var q question
			must(json.Unmarshal(line, &q))
			must(out.Encode(answer(q)))
		}
		if err != nil {
			return
		}
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answer(q question) any {
	switch q.Op {
	case "trees":
		return trees(q.Leaves)
	case "inclusion":
		return inclusion(q)
	case "consistency":
		return consistency(q)
	case "generate":
		secret, public, err := note.GenerateKey(nil, q.Name)
		must(err)
		return map[string]string{"secret": secret, "public": public}
	case "sign":
		signer, err := note.NewSigner(q.Key)
		must(err)
		signed, err := note.Sign(&note.Note{Text: q.Text}, signer)
		must(err)
		return map[string]string{"note": string(signed)}
	case "open":
		verifier, err := note.NewVerifier(q.Key)
		if err != nil {
			return map[string]any{"open": false, "why": err.Error()}
		}
		opened, err := note.Open([]byte(q.Note), note.VerifierList(verifier))
		if err != nil {
			return map[string]any{"open": false, "why": err.Error()}
		}
		return map[string]any{"open": true, "text": opened.Text}
	}
	must(fmt.Errorf("no operation %q", q.Op))
	return nil
}

type tree struct {
	Root        []byte `json:"root"`
	Inclusion   string `json:"inclusion"`
	Consistency string `json:"consistency"`
}

// trees gives, for every size from 0 on, the root and a digest over all proofs of that size as sumdb makes them. Each
// proof must first satisfy both implementations.
func trees(leaves [][]byte) []tree {
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			found[i] = hashes[index]
		}
		return found, nil
	})
	var roots []tlog.Hash
	var made []tree
	for size := int64(0); size <= int64(len(leaves)); size++ {
		if size > 0 {
			more, err := tlog.StoredHashes(size-1, leaves[size-1], reader)
			must(err)
			hashes = append(hashes, more...)
		}
		root, err := tlog.TreeHash(size, reader)
		must(err)
		roots = append(roots, root)
		included := sha256.New()
		for index := int64(0); index < size; index++ {
			path, err := tlog.ProveRecord(size, index, reader)
			must(err)
			leaf := rfc6962.DefaultHasher.HashLeaf(leaves[index])
			must(tlog.CheckRecord(path, size, root, index, tlog.Hash(leaf)))
			must(proof.VerifyInclusion(rfc6962.DefaultHasher, uint64(index), uint64(size), leaf, bytesOf(path), root[:]))
			for _, node := range path {
				included.Write(node[:])
			}
		}
		consistent := sha256.New()
		for first := int64(1); first <= size; first++ {
			path, err := tlog.ProveTree(size, first, reader)
			must(err)
			must(tlog.CheckTree(path, size, root, first, roots[first]))
			must(proof.VerifyConsistency(rfc6962.DefaultHasher, uint64(first), uint64(size), bytesOf(path), roots[first][:], root[:]))
			for _, node := range path {
				consistent.Write(node[:])
			}
		}
		made = append(made, tree{root[:], fmt.Sprintf("%x", included.Sum(nil)), fmt.Sprintf("%x", consistent.Sum(nil))})
	}
	return made
}

func bytesOf(path []tlog.Hash) [][]byte {
	nodes := make([][]byte, len(path))
	for i := range path {
		nodes[i] = path[i][:]
	}
	return nodes
}

func hashesOf(nodes [][]byte) ([]tlog.Hash, bool) {
	hashes := make([]tlog.Hash, len(nodes))
	for i, node := range nodes {
		if len(node) != tlog.HashSize {
			return nil, false
		}
		hashes[i] = tlog.Hash(node)
	}
	return hashes, true
}

type verdict struct {
	Merkle bool `json:"merkle"`
	Sumdb  bool `json:"sumdb"`
}

func inclusion(q question) verdict {
	merkle := proof.VerifyInclusion(rfc6962.DefaultHasher, q.Index, q.Size, q.LeafHash, q.Proof, q.Root) == nil
	path, sound := hashesOf(q.Proof)
	ends, soundEnds := hashesOf([][]byte{q.LeafHash, q.Root})
	sumdb := sound && soundEnds && tlog.CheckRecord(path, int64(q.Size), ends[1], int64(q.Index), ends[0]) == nil
	return verdict{merkle, sumdb}
}

func consistency(q question) verdict {
	merkle := proof.VerifyConsistency(rfc6962.DefaultHasher, q.First, q.Second, q.Proof, q.FirstRoot, q.SecondRoot) == nil
	path, sound := hashesOf(q.Proof)
	ends, soundEnds := hashesOf([][]byte{q.FirstRoot, q.SecondRoot})
	sumdb := sound && soundEnds && tlog.CheckTree(path, int64(q.Second), ends[1], int64(q.First), ends[0]) == nil
	return verdict{merkle, sumdb}
}

/** The six comparisons that the component was made for: a table of facts, measured times, uncertain ones, answers, ratings, a data file. */

/** Name, which is the id → Markdown of one comparison. */
export const workedComparisons = {
  kvp: `:::comparison[Keras vs PyTorch at a glance]{#kvp asof=2026-11 split=groups}

| Criterion | Keras<br>3.15 | PyTorch<br>2.13 |
| :-- | :-- | :-- |
| **Origin** | | |
| First public code | 2015-03-27 | 2016-09 (alpha) [^alpha] |
| License | Apache-2.0 | BSD-3-Clause |
| Written in | Python | C++, CUDA, Python |
| **Programming model** | | |
| API level | High; \`keras.ops\` underneath | Tensors; \`torch.nn\` on top |
| Execution | Eager or compiled, by backend | Eager; \`torch.compile\` if wanted |
| Runs on | JAX, TensorFlow, PyTorch [^k3] | Itself; also a Keras backend |
| TensorBoard | yes | yes, since 1.1 (2019) |
| ONNX export | yes, since 3.8 (2025) | yes |
| **Community, October 2025** | | |
| GitHub stars ↑ | 63K | **94K** |
| Contributors ↑ | 1.4K | **6K** |
| Downloads per month ↑ | 17M | **65M** |
| **Verdict** | One model, three engines | The research default |

Source: repository tags; best-of-ml-python, 16 October 2025.

[^alpha]: Public release in January 2017.
[^k3]: Since Keras 3.0, November 2023. OpenVINO for inference only.

:::
`,
  speed: `:::comparison[Step time, Keras 3 vs native PyTorch]{#speed highlight=auto}
<!--
reveal: groups
asof: 2024-03
-->

| ms/step ↓ | *Batch* | PyTorch eager | PyTorch compiled | Keras 3 best |
| :-- | --: | --: | --: | --: |
| **Training** | | | | |
| SegmentAnything | 1 | 1,305.52 | 1,222.85 | 355.25 |
| Stable Diffusion | 8 | 481.48 | 385.58 | 391.21 |
| BERT | 32 | 693.37 | 202.43 | 214.49 |
| **Inference** | | | | |
| BERT | 256 | 1,849.80 | 733.16 | 418.72 |
| Gemma, generate | 32 | 2,745.18 | 2,735.18 | 1,128.21 |

Source: [keras.io benchmarks](https://keras.io/getting_started/benchmarks/), one A100 40 GB.
The Keras team measured this. "Best" picks the fastest of three backends.

:::
`,
  neurips: `:::comparison[Training throughput, PyTorch paper]{#neurips highlight=auto}

| images/s ↑ | Chainer | MXNet | TensorFlow | PyTorch |
| :-- | --: | --: | --: | --: |
| AlexNet | 778 ± 15 | 1554 ± 22 | 1422 ± 27 | 1547 ± 316 |
| VGG-19 | n/a | 113 ± 1 | 66 ± 2 | 119 ± 1 |
| ResNet-50 | 219 ± 1 | 218 ± 2 | 200 ± 1 | 212 ± 2 |

Source: Paszke et al., NeurIPS 2019, table 1.

:::
`,
  deploy: `:::comparison[Paths to production]{#deploy view=diff merge=same asof=2026-07}

| Path | Keras 3 | PyTorch |
| :-- | :-: | :-: |
| ONNX export | yes, since 3.8 | yes |
| Mobile | yes: LiteRT export, 3.13 | yes: ExecuTorch |
| TorchServe | n/a | no, archived 2025-08 |
| TorchScript | n/a | partial: deprecated |
| \`.pt2\` export | partial: torch backend, 3.15 | yes |
| OpenVINO | yes: backend and export | ? |

:::
`,
  ease: `:::comparison[Ease of use, our ratings]{#ease highlight=auto reveal=columns}

| Task | Keras | PyTorch |
| :-- | :-: | :-: |
| First model | 5/5 | 4/5 |
| Custom training loop | 3/5 | 5/5 |
| Debugging | 4/5 | 4/5 |
| **Verdict** | Start here | Grow here |

The ratings are the speaker's opinion.

:::
`,
  nums: `:::comparison[In numbers]{#nums src="data/community.csv" transpose}

| Measure | Keras | PyTorch |
| :-- | --: | --: |
| Stars ↑ | 63K | 94K |
| Dependent repositories ↑ | 300K | 830K |

Source: best-of-ml-python, 16 October 2025.

:::
`,
} as const;

/** The file that `nums` mirrors. */
export const communityFile = `Measure,Keras,PyTorch
Stars ↑,63K,94K
Dependent repositories ↑,300K,830K
`;

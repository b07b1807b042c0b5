/**
 * Windows Image Acquisition through its automation object, run by PowerShell. NEVER RUN: written from the documentation of WIA 2.0
 * (WIA.DeviceManager, item properties 3086 feeder, 3088 document handling, 6146 intent, 6147/6148 resolution, 6151/6152 extent) and untested
 * until somebody tries it on Windows with a scanner. It speaks lines: `DEVICE<tab>id<tab>name`, `PAGE <base64 of a JPEG>`, `FAIL <hex>`, and waits for
 * a line on its input before each further sheet.
 */
export const wiaScript = String.raw`
param([string]$Action, [string]$Device, [int]$Dpi, [int]$Intent, [int]$Handling, [int]$Width, [int]$Height)
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
function Put($properties, $id, $value) { foreach ($p in $properties) { if ($p.PropertyID -eq $id) { $p.Value = $value } } }
try {
  $manager = New-Object -ComObject WIA.DeviceManager
  if ($Action -eq 'list') {
    foreach ($info in $manager.DeviceInfos) { if ($info.Type -eq 1) { "DEVICE" + [char]9 + $info.DeviceID + [char]9 + $info.Properties.Item('Name').Value } }
    exit 0
  }
  $info = $manager.DeviceInfos | Where-Object { $_.DeviceID -eq $Device } | Select-Object -First 1
  $scanner = $info.Connect()
  Put $scanner.Properties 3088 $Handling
  if ($Handling -ne 2) { Put $scanner.Properties 3096 1 }
  $item = $scanner.Items.Item(1)
  Put $item.Properties 6146 $Intent
  Put $item.Properties 6147 $Dpi
  Put $item.Properties 6148 $Dpi
  Put $item.Properties 6151 $Width
  Put $item.Properties 6152 $Height
  while ($true) {
    $image = $item.Transfer('{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}')
    if ($image.FormatID -ne '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}') {
      $process = New-Object -ComObject WIA.ImageProcess
      $process.Filters.Add($process.FilterInfos.Item('Convert').FilterID)
      $process.Filters.Item(1).Properties.Item('FormatID').Value = '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}'
      $image = $process.Apply($image)
    }
    'PAGE ' + [Convert]::ToBase64String([byte[]]$image.FileData.BinaryData)
    if ($Handling -eq 2) { exit 0 }
    if ([Console]::In.ReadLine() -eq $null) { exit 0 }
  }
} catch {
  'FAIL ' + ('{0:X8}' -f $_.Exception.HResult)
  exit 1
}
`;
